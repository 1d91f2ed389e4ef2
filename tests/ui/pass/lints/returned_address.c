int *number(void) {
    int n = 3;
    return &n; //~ returned-address
}
char *text(void) {
    char line[20] = "abc";
    return line; //~ returned-address
}
int main(int argc, char **argv) {
    (void)argv;
    return argc > 100 ? *number() + *text() : 0;
}

const char *s;
int f(void) {
    char *p = s; //~ discarded-qualifiers
    return 0;
}
int main(void) {
    return 0;
}

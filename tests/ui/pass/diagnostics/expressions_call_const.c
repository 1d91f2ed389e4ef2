int f(char *a) {
    return 1;
}
int g(const char *p) {
    return f(p); //~ discarded-qualifiers
}
int main(void) {
    return 0;
}

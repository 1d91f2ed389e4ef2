char *f(const char *p) {
    return p; //~ discarded-qualifiers
}
int main(void) {
    return 0;
}

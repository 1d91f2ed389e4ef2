int main(void) {
    char *s = "hello";
    s[0] = 'H'; //~ readonly-write
    return 0;
}

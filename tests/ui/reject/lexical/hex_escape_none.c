int main(void) {
    char *s = "\x"; //~ bad-escape
    return 0;
}

int main(void) {
    char *s = "\x123"; //~ bad-escape
    return 0;
}

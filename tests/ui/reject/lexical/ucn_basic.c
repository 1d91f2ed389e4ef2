int main(void) {
    char *s = "\u0041"; //~ bad-escape
    return 0;
}

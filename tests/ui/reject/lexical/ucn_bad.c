int main(void) {
    char *s = "\u12"; //~ bad-escape
    return 0;
}

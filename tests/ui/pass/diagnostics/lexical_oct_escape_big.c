int main(void) {
    char *s = "\777"; //~ bad-escape
    return 0;
}

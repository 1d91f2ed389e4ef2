int main(void) {
    char *s = "\uD800"; //~ bad-escape
    return 0;
}

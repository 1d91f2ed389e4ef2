int main(void) {
    char *s = "\q"; //~ unknown-escape
    return 0;
}

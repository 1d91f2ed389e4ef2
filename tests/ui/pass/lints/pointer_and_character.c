int length(const char *s) {
    int n = 0;
    while (s != '\0' && n < 3) { //~ pointer-and-character
        s++;
        n++;
    }
    return n;
}
int main(void) {
    return length("abc") - 3;
}

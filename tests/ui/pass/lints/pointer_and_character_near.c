int length(const char *s) {
    int n = 0;
    while (s[n] != '\0' && *s != '\0')
        n++;
    return n;
}
int main(void) {
    return length("abc") - 3;
}

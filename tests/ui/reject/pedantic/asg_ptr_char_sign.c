//@ options: --pedantic-errors
int f(char *p, unsigned char *q) {
    p = q; //~ pointer-sign
    return 0;
}
int main(void) {
    return 0;
}

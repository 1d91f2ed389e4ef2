//@ options: --pedantic-errors
int f(int *p, unsigned *q) {
    p = q; //~ pointer-sign
    return 0;
}
int main(void) {
    return 0;
}

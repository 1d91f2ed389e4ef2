//@ options: --pedantic-errors
int f(void *p, void *q) {
    return p - q; //~ void-arithmetic
}
int main(void) {
    return 0;
}

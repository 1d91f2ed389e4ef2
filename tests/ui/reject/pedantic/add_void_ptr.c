//@ options: --pedantic-errors
int f(void *p) {
    p + 1; //~ void-arithmetic
    return 0;
}
int main(void) {
    return 0;
}

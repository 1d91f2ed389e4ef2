//@ options: --pedantic-errors
int f(void *p) {
    p++; //~ void-arithmetic
    return 0;
}
int main(void) {
    return 0;
}

//@ options: --pedantic-errors
int f(int (*p)(void)) {
    p++; //~ void-arithmetic
    return 0;
}
int main(void) {
    return 0;
}

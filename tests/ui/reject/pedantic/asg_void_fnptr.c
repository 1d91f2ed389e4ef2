//@ options: --pedantic-errors
int g(void *q) {
    int (*p)(void) = q; //~ function-object-pointer
    return 0;
}
int main(void) {
    return 0;
}

//@ options: --pedantic-errors
int f(void) {
    return sizeof(void) + sizeof(f); //~ sizeof-void //~ sizeof-void
}
int main(void) {
    return 0;
}

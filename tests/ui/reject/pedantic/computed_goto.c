//@ options: --pedantic-errors
int f(void) {
    void *p = &&a; //~ label-address
    goto *p; //~ computed-goto
    a: return 0;
}
int main(void) {
    return 0;
}

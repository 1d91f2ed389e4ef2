//@ options: --pedantic-errors
int main(void) {
    int a, *p = &a;
    return p > 0; //~ pointer-int-comparison
}

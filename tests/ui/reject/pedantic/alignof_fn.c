//@ options: --pedantic-errors
int n = _Alignof(int(void)); //~ sizeof-void
int main(void) {
    return 0;
}

//@ options: --pedantic-errors
int a;
int n = _Alignof a; //~ alignof-value
int main(void) {
    return 0;
}

//@ options: --pedantic-errors
int a[3] = {}; //~ empty-initializer
int main(void) {
    return 0;
}

//@ options: --pedantic-errors
int f(void);
int n = sizeof(f); //~ sizeof-void
int main(void) {
    return 0;
}

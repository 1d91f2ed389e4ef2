//@ options: --pedantic-errors
int n = sizeof(void); //~ sizeof-void
int main(void) {
    return 0;
}

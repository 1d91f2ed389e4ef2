//@ options: --pedantic-errors
_Static_assert(1); //~ static-assertion
int main(void) {
    return 0;
}

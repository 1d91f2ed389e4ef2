//@ options: --pedantic-errors
void f(int) { //~ unnamed-parameter
}
int main(void) {
    return 0;
}

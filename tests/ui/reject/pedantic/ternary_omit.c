//@ options: --pedantic-errors
int f(int a) {
    return a ?: 3; //~ missing-operand
}
int main(void) {
    return 0;
}

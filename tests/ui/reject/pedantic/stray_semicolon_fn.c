//@ options: --pedantic-errors
int f(void) {
    return 0;
}; //~ extra-semicolon
int main(void) {
    return 0;
}

//@ options: --pedantic-errors
void g(void) {
}
void f(void) {
    return g(); //~ return-value
}
int main(void) {
    return 0;
}

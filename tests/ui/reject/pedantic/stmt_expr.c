//@ options: --pedantic-errors
int f(void) {
    int x = ({ int y = 1; y + 1; }); //~ statement-expression
    return x;
}
int main(void) {
    return 0;
}

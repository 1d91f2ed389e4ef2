struct s { int a : 3; } x;
int *f(void) {
    return &x.a; //~ bit-field-operand
}
int main(void) {
    return 0;
}

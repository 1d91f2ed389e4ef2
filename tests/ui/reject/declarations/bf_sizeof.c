struct s { int a : 3; } x;
int n = sizeof(x.a); //~ bit-field-operand
int main(void) {
    return 0;
}

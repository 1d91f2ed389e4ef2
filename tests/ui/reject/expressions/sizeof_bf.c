struct s { int a : 3; } s;
int n = sizeof s.a; //~ bit-field-operand
int main(void) {
    return 0;
}

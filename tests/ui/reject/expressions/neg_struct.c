struct s { int x; } s;
int main(void) {
    -s; //~ wrong-operand
    return 0;
}

struct s { int x; } s;
int main(void) {
    s * 2; //~ wrong-operands
    return 0;
}

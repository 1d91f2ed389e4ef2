struct s { int x; } s;
int main(void) {
    s + 1; //~ wrong-operands
    return 0;
}

struct s { int a; } x;
int f(void) {
    x += 1; //~ wrong-operands
    return 0;
}
int main(void) {
    return 0;
}

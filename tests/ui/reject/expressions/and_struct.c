struct s { int x; } s;
int main(void) {
    return s && 1; //~ wrong-operands
}

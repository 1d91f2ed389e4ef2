struct s { int x; } s;
int main(void) {
    return s == s; //~ wrong-operands
}

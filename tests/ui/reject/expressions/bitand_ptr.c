int main(void) {
    int a, *p = &a;
    p & 1; //~ wrong-operands
    return 0;
}

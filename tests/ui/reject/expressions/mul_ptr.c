int main(void) {
    int a, *p = &a;
    p * 2; //~ wrong-operands
    return 0;
}

int main(void) {
    int a, *p = &a;
    p + 1.0; //~ wrong-operands
    return 0;
}

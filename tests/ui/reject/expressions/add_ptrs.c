int main(void) {
    int a, *p = &a;
    p + p; //~ wrong-operands
    return 0;
}

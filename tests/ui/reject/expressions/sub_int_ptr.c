int main(void) {
    int a, *p = &a;
    1 - p; //~ wrong-operands
    return 0;
}

int main(void) {
    int a, *p = &a;
    -p; //~ wrong-operand
    return 0;
}

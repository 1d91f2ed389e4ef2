int main(void) {
    double d = 1;
    d % 2; //~ wrong-operands
    return 0;
}

int main(void) {
    1.0 << 2; //~ wrong-operands
    return 0;
}

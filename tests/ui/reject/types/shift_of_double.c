int main(void) { return 1.5 << 2; } //~ wrong-operands

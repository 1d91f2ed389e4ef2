int main(void) {
    double d = 1;
    d & 1; //~ wrong-operands
    return 0;
}

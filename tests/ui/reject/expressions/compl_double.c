int main(void) {
    double d = 1;
    ~d; //~ wrong-operand
    return 0;
}

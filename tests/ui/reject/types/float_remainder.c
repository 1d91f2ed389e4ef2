int main(void) {
    double d = 5.5;
    return d % 2; //~ wrong-operands
}

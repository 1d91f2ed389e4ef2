int main(void) {
    double x = 5.0;
    return x % 2; //~ wrong-operands
}

int main(void) {
    double x = 2.0;
    double y = x ** 2; //~ wrong-operator
    double z = x ^ 2; //~ wrong-operands
    return y + z;
}

int f(double p) {
    p %= 2; //~ wrong-operands
    return 0;
}
int main(void) {
    return 0;
}

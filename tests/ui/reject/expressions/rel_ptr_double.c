int f(int *p) {
    return p < 1.0; //~ wrong-operands
}
int main(void) {
    return 0;
}

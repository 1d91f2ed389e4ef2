int f(int *p, int *q) {
    p += q; //~ wrong-operands
    return 0;
}
int main(void) {
    return 0;
}

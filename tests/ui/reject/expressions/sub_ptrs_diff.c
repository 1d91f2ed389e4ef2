int f(int *p, char *q) {
    return p - q; //~ wrong-operands
}
int main(void) {
    return 0;
}

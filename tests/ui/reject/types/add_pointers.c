int main(void) {
    int a[2], *p = a, *q = a + 1;
    return p + q; //~ wrong-operands
}

int main(void) {
    int a[2], *p = a;
    return (int)(long)(p * 2); //~ wrong-operands
}

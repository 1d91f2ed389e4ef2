int f(int *p) {
    p += 1.5; //~ wrong-operands
    return 0;
}
int main(void) {
    return 0;
}

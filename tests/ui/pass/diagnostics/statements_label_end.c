int f(int n) {
    if (n) goto a;
    return 1;
    a: //~ label-without-statement
}
int main(void) {
    return 0;
}

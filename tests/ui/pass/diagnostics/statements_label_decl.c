int f(int n) {
    a: int x = 3; //~ label-without-statement
    goto a;
    return x;
}
int main(void) {
    return 0;
}

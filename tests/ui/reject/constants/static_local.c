int f(int n) {
    static int m = n; //~ not-constant
    return m;
}
int main(void) {
    return 0;
}

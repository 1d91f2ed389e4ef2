int main(void) {
    int twice(int n) { return 2 * n; } //~ unsupported
    return twice(2);
}

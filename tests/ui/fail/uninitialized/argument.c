static int twice(int n) { return 2 * n; }
int main(void) {
    int x;
    return twice(x); //~ uninitialized-read
}

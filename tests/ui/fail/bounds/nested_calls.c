static void set(int *a, int i) { a[i] = 1; } //~ out-of-bounds
static void outer(int *a, int n) { set(a, n); }
int main(void) {
    int a[5];
    outer(a, 4);
    outer(a, 5);
    return 0;
}

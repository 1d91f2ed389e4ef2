// 6.7.3.1p4: what is changed through a restrict pointer is reached through it alone
static void copy(int n, int *restrict p, int *restrict q) {
    while (n-- > 0)
        *p++ = *q++; //~ overlapping-copy
}
static void set(int *where) {
    *where = 1;
}
static int change(int *restrict p, int *restrict q) {
    set(p);
    return *q; //~ overlapping-copy
}
int main(void) {
    int d[100] = {0};
    copy(50, d + 1, d);
    int n = 0;
    return change(&n, &n) - 1;
}

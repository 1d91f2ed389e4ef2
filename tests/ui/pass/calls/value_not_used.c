static int g(int a) { if (a) return 1; } //~ no-return-value
static int f(int x) { if (x) { g(0); return 1; } } //~ no-return-value
static int h(int x) { if (!x) return 0; g(0); (void)g(0); return g(x); }
int main(void) {
    int (*p)(int) = f;
    p(0);
    return f(1) - 1 + p(1) - 1 + h(1) - 1;
}

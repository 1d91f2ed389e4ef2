static int f(int x) { if (x) return 1; }
int main(void) {
    int (*g)(int) = f;
    f(0);
    return g(0); //~ missing-return
}

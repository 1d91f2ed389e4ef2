struct pair { int a, b; };
static struct pair f(int x) { if (x) return (struct pair){1, 2}; }
int main(void) {
    f(0);
    struct pair p = f(0); //~ missing-return
    return p.a;
}

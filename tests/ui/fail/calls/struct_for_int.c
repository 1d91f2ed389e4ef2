struct pair { int a, b; };
static int f(x) int x; { return x; }
int main(void) {
    struct pair p = {1, 2};
    return f(p); //~ call-mismatch
}

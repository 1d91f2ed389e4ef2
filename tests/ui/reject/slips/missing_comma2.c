int f(int a, int b) { return a + b; }
int main(void) {
    int x = 1, y = 2;
    return f(x y); //~ syntax-error
}

int add(int a, int b) {
    return a + b;
}
int main(void) {
    int x = 1, y = 2;
    return add(int x, int y); //~ syntax-error //~ syntax-error
}

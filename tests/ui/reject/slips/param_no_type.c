int f(int a, b) { //~ syntax-error
    return a + b;
}
int main(void) {
    return f(1, 2);
}

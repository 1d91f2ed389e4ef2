int main(void) {
    int a, b;
    a + b = 4; //~ not-an-lvalue
    return 0;
}

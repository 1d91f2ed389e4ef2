int main(void) {
    int a = 1, b = 2, c;
    a + b = c; //~ not-an-lvalue
    return c;
}

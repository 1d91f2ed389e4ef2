int main(void) {
    int a, *p = &(a + 1); //~ not-an-lvalue
    return 0;
}

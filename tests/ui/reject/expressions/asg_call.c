int f(void);
int h(void) {
    f() = 3; //~ not-an-lvalue
    return 0;
}
int main(void) {
    return 0;
}

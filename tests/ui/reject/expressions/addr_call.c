int f(void);
int main(void) {
    int *p = &f(); //~ not-an-lvalue
    return 0;
}
int f(void) {
    return 1;
}

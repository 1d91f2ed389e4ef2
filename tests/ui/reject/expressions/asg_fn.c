int f(void);
int g(void);
int h(void) {
    f = g; //~ not-an-lvalue
    return 0;
}
int main(void) {
    return 0;
}

int f(void) {
    int a;
    static int *p = &a; //~ not-constant
    return 0;
}
int main(void) {
    return 0;
}

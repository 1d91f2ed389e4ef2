int main(void) {
    register int a;
    int *p = &a; //~ register-address
    return 0;
}

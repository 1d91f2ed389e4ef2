int main(void) {
    register int a[3];
    int *p = a; //~ register-address
    return 0;
}

int main(void) {
    int n = 3;
    extern int a[n]; //~ not-constant
    return 0;
}

int main(void) {
    int n = 3;
    static int a[n]; //~ not-constant
    return 0;
}

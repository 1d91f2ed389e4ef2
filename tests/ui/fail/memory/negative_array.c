int main(void) {
    int n = -2;
    int a[n]; //~ invalid-array-size
    (void)a;
    return 0;
}

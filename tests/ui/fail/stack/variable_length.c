static int use(int n) {
    int a[n]; //~ stack-overflow
    a[0] = 1;
    return a[0];
}
int main(void) { return use(10000000); }

int main(void) {
    int n = 3;
    int a[n] = {}; //~ vla-initializer
    return 0;
}

int main(void) {
    int n = 3;
    int a[n] = {1}; //~ vla-initializer
    return 0;
}

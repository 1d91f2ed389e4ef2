int main(void) {
    int a[] = [1, 2, 3]; //~ syntax-error
    return a[0];
}

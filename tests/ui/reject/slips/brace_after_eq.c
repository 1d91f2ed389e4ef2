int main(void) {
    int a[] = (1, 2, 3); //~ array-initializer
    return a[0];
}

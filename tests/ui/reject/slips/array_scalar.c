int main(void) {
    int a[3] = 1; //~ array-initializer
    return a[0];
}

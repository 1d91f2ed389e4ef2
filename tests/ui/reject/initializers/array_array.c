int f(void) {
    int b[3] = {0};
    int a[3] = b; //~ array-initializer
    return 0;
}
int main(void) {
    return 0;
}

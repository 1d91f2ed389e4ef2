int f(int *p) {
    int a[3] = p; //~ array-initializer
    return 0;
}
int main(void) {
    return 0;
}

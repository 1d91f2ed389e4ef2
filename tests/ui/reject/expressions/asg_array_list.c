int main(void) {
    int a[3];
    a = {1,2,3}; //~ syntax-error
    return 0;
}

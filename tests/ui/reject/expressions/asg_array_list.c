int main(void) {
    int a[3];
    a = {1,2,3}; //~ missing-expression
    return 0;
}

int f(void) {
    int *p = (int[2]) {
        1,2,3 //~ excess-initializers
    };
    return 0;
}
int main(void) {
    return 0;
}

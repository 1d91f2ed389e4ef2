int main(void) {
    int[3] a = {1, 2, 3}; //~ syntax-error
    return a[0];
}

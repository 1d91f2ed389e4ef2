int main(void) {
    int a[2] = {1, 2};
    int *p = a + 2;
    return *p; //~ out-of-bounds
}

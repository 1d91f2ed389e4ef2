int main(void) {
    int a[3];
    int *p = &a; //~ incompatible-pointers
    return 0;
}

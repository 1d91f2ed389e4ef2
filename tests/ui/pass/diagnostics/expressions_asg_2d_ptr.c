int main(void) {
    int a[2][3];
    int **p = a; //~ incompatible-pointers
    return 0;
}

int f(int (*p)[3], int (*q)[4]) {
    p = q; //~ incompatible-pointers
    return 0;
}
int main(void) {
    return 0;
}

double *d;
int f(void) {
    int *p = d; //~ incompatible-pointers
    return 0;
}
int main(void) {
    return 0;
}

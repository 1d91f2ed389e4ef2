int f(int *p, char *q) {
    p = q; //~ incompatible-pointers
    return 0;
}
int main(void) {
    return 0;
}

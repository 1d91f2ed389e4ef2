int f(int *p, char *q) {
    return p == q; //~ incompatible-pointers
}
int main(void) {
    return 0;
}

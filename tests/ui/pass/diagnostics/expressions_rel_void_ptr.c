int f(int *p, void *q) {
    return p < q; //~ incompatible-pointers
}
int main(void) {
    return 0;
}

int f(int *p, char *q) {
    void *r = 1 ? p : q; //~ incompatible-pointers
    return 0;
}
int main(void) {
    return 0;
}

int *f(char *p) {
    return p; //~ incompatible-pointers
}
int main(void) {
    return 0;
}

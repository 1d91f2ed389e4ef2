int f(int *p, double d) {
    p = d; //~ incompatible-types
    return 0;
}
int main(void) {
    return 0;
}

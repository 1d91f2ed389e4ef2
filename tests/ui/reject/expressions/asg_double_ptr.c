int f(int *p, double d) {
    d = p; //~ incompatible-types
    return 0;
}
int main(void) {
    return 0;
}

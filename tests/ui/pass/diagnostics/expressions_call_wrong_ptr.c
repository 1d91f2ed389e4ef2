int f(int *a) {
    return 1;
}
int g(char *p) {
    return f(p); //~ incompatible-pointers
}
int main(void) {
    return 0;
}

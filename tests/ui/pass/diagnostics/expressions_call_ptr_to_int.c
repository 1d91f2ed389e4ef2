int f(int a) {
    return a;
}
int g(int *p) {
    return f(p); //~ pointer-to-int
}
int main(void) {
    return 0;
}

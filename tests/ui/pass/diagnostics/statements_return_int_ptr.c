int f(int *p) {
    return p; //~ pointer-to-int
}
int main(void) {
    return 0;
}

int main(void) {
    int a, *p = &a;
    a = p; //~ pointer-to-int
    return 0;
}

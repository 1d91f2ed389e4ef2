int main(void) {
    int a, *p = &a;
    return p < 3; //~ pointer-int-comparison
}

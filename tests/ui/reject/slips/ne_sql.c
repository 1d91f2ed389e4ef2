int main(void) {
    int x = 1;
    if (x <> 1) return 1; //~ syntax-error
    return x;
}

int main(void) {
    int x = 1;
    if (x => 2) return 1; //~ syntax-error
    return x;
}

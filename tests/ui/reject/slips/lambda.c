int main(void) {
    int f = (x) => x + 1; //~ syntax-error
    return 0;
}

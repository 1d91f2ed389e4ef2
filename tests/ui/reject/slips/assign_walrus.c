int main(void) {
    int x;
    x := 1; //~ syntax-error
    return x;
}

int main(void) {
    int x = 1;
    int y = 1 if x else 2; //~ syntax-error
    return y;
}

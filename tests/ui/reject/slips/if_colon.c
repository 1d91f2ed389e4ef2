int main(void) {
    int x = 1;
    if (x == 1): //~ syntax-error
        x = 2;
    return x;
}

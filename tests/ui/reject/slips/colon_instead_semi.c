int main(void) {
    int x = 1: //~ syntax-error
    return x;
}

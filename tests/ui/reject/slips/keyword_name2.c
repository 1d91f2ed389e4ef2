int main(void) {
    int int = 1; //~ syntax-error
    return 0;
}

int f(int a, b) { //~ syntax-error
    return a;
}
int main(void) {
    return 0;
}

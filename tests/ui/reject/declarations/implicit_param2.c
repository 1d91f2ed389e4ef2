int f(int a, b) { //~ unknown-type-name
    return a;
}
int main(void) {
    return 0;
}

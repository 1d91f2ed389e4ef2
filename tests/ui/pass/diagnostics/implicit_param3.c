int f(const a) { //~ implicit-int
    return a;
}
int main(void) {
    return 0;
}

int f(a) { //~ implicit-int
    return a;
}
int main(void) {
    return 0;
}

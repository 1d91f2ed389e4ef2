f(void) { //~ implicit-int
    return 1;
}
int main(void) {
    return 0;
}

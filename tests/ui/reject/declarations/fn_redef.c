int f(void) {
    return 1;
}
int f(void) { //~ redefinition
    return 2;
}
int main(void) {
    return 0;
}

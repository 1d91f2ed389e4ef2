//@ exit: 1
int main(void) {
    return g(1); //~ implicit-function
}
int g(int x) {
    return x;
}

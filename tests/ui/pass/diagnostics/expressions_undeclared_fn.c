//@ exit: 1
int main(void) {
    return foo(1); //~ implicit-function
}
int foo(int x) {
    return x;
}

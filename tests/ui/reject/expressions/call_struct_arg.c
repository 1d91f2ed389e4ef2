struct s { int a; } x;
int f(int a) {
    return a;
}
int g(void) {
    return f(x); //~ incompatible-types
}
int main(void) {
    return 0;
}

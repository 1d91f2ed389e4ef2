struct s { int a; } x;
int f(void) {
    return x; //~ incompatible-types
}
int main(void) {
    return 0;
}

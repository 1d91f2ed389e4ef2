struct s { int a; };
int f(void) {
    struct s x = 3; //~ incompatible-types
    return 0;
}
int main(void) {
    return 0;
}

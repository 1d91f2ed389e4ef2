struct s { int a; } x;
struct s f(void) {
    return 1; //~ incompatible-types
}
int main(void) {
    return 0;
}

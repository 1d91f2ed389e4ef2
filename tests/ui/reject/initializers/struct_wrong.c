struct s { int a; };
struct t { int a; };
int f(struct t y) {
    struct s x = y; //~ incompatible-types
    return 0;
}
int main(void) {
    return 0;
}

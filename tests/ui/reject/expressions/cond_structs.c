struct s { int x; } s;
struct t { int x; } t;
int f(int a) {
    a ? s : t; //~ incompatible-types
    return 0;
}
int main(void) {
    return 0;
}

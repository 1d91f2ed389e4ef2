struct s { int a; };
int main(void) {
    int n = {1, 2}; //~ excess-initializers
    struct s x = 5; //~ incompatible-types
    return n + x.a;
}

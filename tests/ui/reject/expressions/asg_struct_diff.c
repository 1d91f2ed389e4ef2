struct s { int a; } x;
struct t { int a; } y;
int main(void) {
    x = y; //~ incompatible-types
    return 0;
}

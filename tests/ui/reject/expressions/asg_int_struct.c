struct s { int a; } x;
int main(void) {
    int y;
    y = x; //~ incompatible-types
    return 0;
}

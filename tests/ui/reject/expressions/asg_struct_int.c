struct s { int a; } x;
int main(void) {
    x = 3; //~ incompatible-types
    return 0;
}

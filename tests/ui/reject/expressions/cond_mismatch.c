struct s { int x; } s;
int main(void) {
    1 ? s : 2; //~ incompatible-types
    return 0;
}

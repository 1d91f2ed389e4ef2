struct s { int a; } x;
int f(void) {
    if (x) return 1; //~ not-a-scalar
    return 0;
}
int main(void) {
    return 0;
}

struct s { int a; } x;
int f(void) {
    do ;
    while (x); //~ not-a-scalar
    return 0;
}
int main(void) {
    return 0;
}

struct s { unsigned a : 2; } x;
int f(void) {
    x.a = 7; //~ constant-overflow
    return 0;
}
int main(void) {
    return 0;
}

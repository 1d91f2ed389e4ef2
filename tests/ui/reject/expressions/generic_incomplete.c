struct s;
int f(int a) {
    return _Generic(a, struct s: 1, default: 2); //~ generic
}
int main(void) {
    return 0;
}

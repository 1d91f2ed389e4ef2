int f(int a) {
    return _Generic(a, double: 1, char *: 2); //~ generic
}
int main(void) {
    return 0;
}

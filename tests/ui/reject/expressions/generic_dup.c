int f(int a) {
    return _Generic(a, int: 1, signed int: 2); //~ generic
}
int main(void) {
    return 0;
}

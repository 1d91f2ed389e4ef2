int f(int a) {
    return _Generic(a, default: 1, default: 2); //~ generic
}
int main(void) {
    return 0;
}

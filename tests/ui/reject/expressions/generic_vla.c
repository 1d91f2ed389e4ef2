int f(int a) {
    return _Generic(a, int[a]: 1, default: 2); //~ generic
}
int main(void) {
    return 0;
}

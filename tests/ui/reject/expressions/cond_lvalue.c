int f(int a, int b) {
    (1 ? a : b) = 3; //~ not-an-lvalue
    return 0;
}
int main(void) {
    return 0;
}

int f(int a) {
    if (a) int b = 3; //~ syntax-error
    return 0;
}
int main(void) {
    return 0;
}

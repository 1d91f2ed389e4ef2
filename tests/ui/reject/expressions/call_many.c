int f(int a) {
    return a;
}
int g(void) {
    return f(1, 2); //~ too-many-arguments
}
int main(void) {
    return 0;
}

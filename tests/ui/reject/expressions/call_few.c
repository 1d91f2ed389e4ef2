int f(int, int);
int g(void) {
    return f(1); //~ too-few-arguments
}
int f(int a, int b) {
    return a;
}
int main(void) {
    return 0;
}

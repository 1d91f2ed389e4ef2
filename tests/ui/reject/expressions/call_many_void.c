int f(void) {
    return 1;
}
int g(void) {
    return f(1); //~ too-many-arguments
}
int main(void) {
    return 0;
}

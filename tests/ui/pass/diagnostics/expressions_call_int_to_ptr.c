int f(int *a) {
    return 1;
}
int g(void) {
    return f(3); //~ int-to-pointer
}
int main(void) {
    return 0;
}

void g(char c) {
}
int f(void) {
    g(1000); //~ constant-overflow
    return 0;
}
int main(void) {
    return 0;
}

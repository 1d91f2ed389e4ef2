int f(void) {
    char c;
    c = 1000; //~ constant-overflow
    return c;
}
int main(void) {
    return 0;
}

int f(void) {
    int c = 3e10; //~ constant-overflow
    return c;
}
int main(void) {
    return 0;
}

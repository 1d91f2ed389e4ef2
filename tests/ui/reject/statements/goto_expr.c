int f(int n) {
    goto 3; //~ syntax-error
    return 0;
}
int main(void) {
    return 0;
}

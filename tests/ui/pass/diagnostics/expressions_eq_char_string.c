int f(char c) {
    return c == "a"; //~ pointer-int-comparison
}
int main(void) {
    return 0;
}

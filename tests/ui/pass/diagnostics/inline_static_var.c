inline int f(void) {
    static int x; //~ inline-static
    return 0;
}
int main(void) {
    return 0;
}

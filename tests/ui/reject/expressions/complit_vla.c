int f(int n) {
    int *p = (int[n]) { //~ vla-initializer
        1
    };
    return 0;
}
int main(void) {
    return 0;
}

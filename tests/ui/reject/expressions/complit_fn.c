int f(void) {
    (int(void)) { //~ invalid-initializer
        0
    };
    return 0;
}
int main(void) {
    return 0;
}

int main(void) {
    int x = 1;
    if (x == 1) {
        x = 2;
    } else (x == 2) { //~ syntax-error
        x = 3;
    }
    return x;
}

//@ options: --pedantic-errors
int a[5] = {[0 ... 3] = 1}; //~ designated-range
int main(void) {
    return 0;
}

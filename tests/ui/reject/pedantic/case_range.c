//@ options: --pedantic-errors
int f(int a) {
    switch (a) {
        case 1 ... 3: return 0; //~ case-range
    }
    return 0;
}
int main(void) {
    return 0;
}

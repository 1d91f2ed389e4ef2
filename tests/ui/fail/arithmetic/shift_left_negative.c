int main(void) {
    int minus = -1, three = 3;
    long big = 1L << 62;
    minus = minus << 2; //~ invalid-shift
    three <<= 31; //~ invalid-shift
    big = big << 2; //~ invalid-shift
    return 0;
}

int main(void) {
    double x = 0x1.8; //~ bad-number
    return 0;
}

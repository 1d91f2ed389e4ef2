int main(void) {
    double x = 1.2.3; //~ bad-number
    return 0;
}

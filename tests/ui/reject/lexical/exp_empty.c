int main(void) {
    double x = 1e; //~ bad-number
    return 0;
}

int main(void) {
    double d = 1.0g; //~ bad-number
    return 0;
}

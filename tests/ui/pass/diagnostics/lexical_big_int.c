int main(void) {
    unsigned long x = 99999999999999999999; //~ integer-too-large
    return 0;
}

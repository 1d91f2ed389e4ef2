int main(void) {
    long x = 9223372036854775808; //~ integer-too-large
    return 0;
}

int main(void) {
    unsigned n = 3;
    if (n < 0) //~ unsigned-comparison
        return 1;
    if (n-- >= 0) //~ unsigned-comparison
        n++;
    return n >= 0 ? 0 : 2; //~ unsigned-comparison
}

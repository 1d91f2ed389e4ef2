int main(void) {
    unsigned n = 3;
    int i = -1;
    while (n-- > 0)
        ;
    if (n == 0 || n <= 0)
        return 1;
    return i >= 0;
}

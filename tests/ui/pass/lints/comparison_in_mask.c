int main(void) {
    int flags = 6;
    if (flags & 2 == 0) //~ comparison-in-mask
        return 1;
    if (flags | 1 != 1) //~ comparison-in-mask
        return 0;
    return 2;
}

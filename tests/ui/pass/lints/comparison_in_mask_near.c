int main(void) {
    int flags = 6, a = 1, b = 2;
    if ((flags & 2) == 0)
        return 1;
    if (a < b & b > a)
        return 0;
    return (a == 1) | (b == 1);
}

int main(void) {
    int i, j, a[2][2] = {{0}};
    for (i = 0, j = 100; i < j; i++, j--)
        ;
    i = 5, j = 2;
    return a[0][1] + i - 5 + j - 2;
}

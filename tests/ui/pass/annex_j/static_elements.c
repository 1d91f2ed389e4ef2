// 6.7.6.3p7: just as many; 6.7.6.2p5: a length of 1, and of 0 where nothing is asked for
//@ options: -W all=error
static int three(int a[static 3]) {
    return a[2];
}
static int many(int n, int a[static n], int b[n], int rows[][n]) {
    return a[n - 1] + b[0] + rows[0][n - 1];
}
static int none(int n, int a[n]) {
    return n + a[0];
}
static int hint(int a[5]) {
    return a[0];
}
int main(void) {
    int four[4] = {0};
    int one[1] = {0}, row[1][1] = {{0}};
    return three(four) + three(four + 1) + many(1, one, one, row) + hint(one) + none(0, one);
}

// 6.7.6.2p5: the length of an array is above 0, of a parameter too
//@ options: --keep-going
static int first(int n, int a[n]) { //~ invalid-array-size
    return a[0];
}
int main(void) {
    int one[1] = {0};
    return first(-1, one);
}

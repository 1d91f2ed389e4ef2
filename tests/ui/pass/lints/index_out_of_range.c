int last(int which) {
    int a[3] = {1, 2, 3};
    if (which == 7)
        return a[3]; //~ index-out-of-range
    if (which == 8)
        return a[-1]; //~ index-out-of-range
    return a[2];
}
int main(void) {
    return last(1) - 3;
}

static int total(const int *a, int n) {
    int s = 0;
    for (int i = 0; i < n; i++) s += a[i]; //~ uninitialized-read
    return s;
}
int main(void) {
    int a[4];
    for (int i = 0; i < 3; i++) a[i] = i;
    return total(a, 4);
}

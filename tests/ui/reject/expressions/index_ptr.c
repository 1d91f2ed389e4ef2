int main(void) {
    int a[3], *p = a;
    return a[p]; //~ not-subscriptable
}

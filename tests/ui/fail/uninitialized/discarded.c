//@ options: --keep-going
int main(void) {
    int x, y, *p = &x;
    (void)y;
    y; //~ uninitialized-read
    *p; //~ uninitialized-read
    return 0;
}

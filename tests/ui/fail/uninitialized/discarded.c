//@ options: --keep-going
int main(void) {
    int x, y, *p = &x;
    (void)y;
    y; //~ uninitialized-read //~ unused-value
    *p; //~ uninitialized-read
    return 0;
}

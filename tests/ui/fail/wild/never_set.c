int main(void) {
    int *p;
    *p = 3; //~ uninitialized-read
    return 0;
}

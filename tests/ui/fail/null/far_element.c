int main(void) {
    int *p = 0;
    return p[100000]; //~ null-dereference
}

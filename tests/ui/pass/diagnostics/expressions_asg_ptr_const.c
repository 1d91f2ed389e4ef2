int f(int *p, const int *q) {
    p = q; //~ discarded-qualifiers
    return 0;
}
int main(void) {
    return 0;
}

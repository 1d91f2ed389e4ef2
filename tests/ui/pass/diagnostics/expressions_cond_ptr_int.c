int f(int *p) {
    int *q = 1 ? p : 3; //~ int-to-pointer
    return 0;
}
int main(void) {
    return 0;
}

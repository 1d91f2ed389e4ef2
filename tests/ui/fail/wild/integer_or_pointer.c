int main(void) {
    int x = 3, yes = 1, *p = &x;
    int *q = yes ?: p; //~ int-to-pointer
    return *q; //~ wild-pointer
}

static void set(const int *p) { *p = 1; } //~ const-assignment
int main(void) {
    int n = 0;
    set(&n);
    return n;
}

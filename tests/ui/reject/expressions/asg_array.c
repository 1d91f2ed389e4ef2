int main(void) {
    int a[3], b[3];
    a = b; //~ array-assignment
    return 0;
}

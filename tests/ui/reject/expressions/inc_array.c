int main(void) {
    int a[3];
    a++; //~ array-assignment
    return 0;
}

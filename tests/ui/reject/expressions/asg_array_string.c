int main(void) {
    char a[10];
    a = "abc"; //~ array-assignment
    return 0;
}

int main(void) {
    int a[3] = {1}, b[3];
    b = a; //~ array-assignment
    return b[0];
}

int main(void) {
    int a[3];
    return a[1.0]; //~ not-an-integer
}

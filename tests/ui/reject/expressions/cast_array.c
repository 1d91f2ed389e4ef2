int main(void) {
    int a[3];
    (int[3])a; //~ invalid-cast
    return 0;
}

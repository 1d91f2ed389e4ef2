int a[10] = "abc"; //~ array-initializer
int main(void) {
    return 0;
}

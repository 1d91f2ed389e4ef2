void f(int a[3][static 3]); //~ array-qualifier
int main(void) {
    return 0;
}

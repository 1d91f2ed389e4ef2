int a[3] = 1; //~ array-initializer
int main(void) {
    return 0;
}

int a[2.5]; //~ array-length
int main(void) {
    return 0;
}

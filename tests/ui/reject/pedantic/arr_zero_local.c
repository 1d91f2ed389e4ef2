//@ options: --pedantic-errors
int main(void) {
    int a[0]; //~ zero-length-array
    return 0;
}

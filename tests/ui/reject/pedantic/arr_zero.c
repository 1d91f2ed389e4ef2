//@ options: --pedantic-errors
int a[0]; //~ zero-length-array
int main(void) {
    return 0;
}

static int twice(int n) { return 2 * n; }
int main(void) {
    double (*f)(double) = (double (*)(double))twice;
    return (int)f(2.0); //~ call-mismatch
}

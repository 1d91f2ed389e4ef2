int main(void) {
    long n = 5;
    for (int i = 2; i >= 0; i--)
        n /= i; //~ division-by-zero
    return (int)n;
}

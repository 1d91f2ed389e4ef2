static int gcd(int a, int b) { return a % b == 0 ? b : gcd(b, a % b); } //~ division-by-zero
int main(void) { return gcd(12, 0); }

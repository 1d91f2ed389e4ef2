//@ options: --stack-size 65536
#include <stdio.h>
long sum(int n) { if (n <= 0) return 0; return n + sum(n - 1); } //~ stack-overflow
int main(void) { printf("%ld\n", sum(1000000)); return 0; }

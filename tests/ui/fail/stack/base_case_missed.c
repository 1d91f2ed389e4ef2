//@ options: --stack-size 65536
#include <stdio.h>
int fact(int n) { if (n == 0) return 1; return n * fact(n - 2); } //~ stack-overflow
int main(void) { printf("%d\n", fact(7)); return 0; }

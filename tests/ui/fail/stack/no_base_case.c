//@ options: --stack-size 65536
#include <stdio.h>
int sum(int n) { return n + sum(n - 1); } //~ stack-overflow
int main(void) { printf("%d\n", sum(7)); return 0; }

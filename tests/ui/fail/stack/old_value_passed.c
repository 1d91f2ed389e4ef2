//@ options: --stack-size 65536
#include <stdio.h>
void down(int n) { if (n == 0) return; printf("%d\n", n); down(n--); } //~ stack-overflow
int main(void) { down(3); return 0; }

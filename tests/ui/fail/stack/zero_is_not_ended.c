//@ options: --stack-size 65536
#include <stdio.h>

static int digits(int n) {
    if (n == 1)
        return 1;
    return 1 + digits(n / 10); //~ stack-overflow
}

int main(void) {
    printf("%d\n", digits(234));
    return 0;
}

#include <stdio.h>
#include <string.h>

struct key { short a; int b; };

int main(void) {
    struct key k1, k2;
    memset(&k1, 0, sizeof k1);
    memset(&k2, 0, sizeof k2);
    k1.a = k2.a = 3;
    k1.b = k2.b = 4;
    printf("%d\n", memcmp(&k1, &k2, sizeof k1));
    return 0;
}

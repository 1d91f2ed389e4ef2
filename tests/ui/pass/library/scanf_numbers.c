//@ stdin: 12 -7 0x1f 3.5\n2e3 z word 99rest\n
#include <stdio.h>

int main(void) {
    int a, b, c, n;
    double d, e;
    char ch, word[16], rest[16];
    n = scanf("%d %d %i %lf", &a, &b, &c, &d);
    printf("%d: %d %d %d %g\n", n, a, b, c, d);
    n = scanf("%lf %c %15s %d%15s", &e, &ch, word, &a, rest);
    printf("%d: %g %c %s %d %s\n", n, e, ch, word, a, rest);
    printf("%d\n", scanf("%d", &a));
    return 0;
}

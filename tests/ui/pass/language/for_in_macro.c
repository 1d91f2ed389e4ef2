// Heads of `for` that come out of a macro, with and without their parts.
#include <stdio.h>

#define FOREVER for (;;)
#define COUNT(i, n) for (i = 0;; ++i) { if (i > n) break; }
#define UNTIL(i, n) for (; i < n;)
#define EACH(i, n) for (int i = 0; i < (n); i++)
#define STEP(a) a;

int main(void) {
    int i = 0;
    FOREVER { if (++i > 3) break; }
    COUNT(i, 5)
    UNTIL(i, 9) i++;
    EACH(k, 2) { for (STEP(i = 0) i < 2; i++) { printf("%d", i + k); } }
    for (STEP(i = 0);) break;
    printf(" %d\n", i);
    return 0;
}

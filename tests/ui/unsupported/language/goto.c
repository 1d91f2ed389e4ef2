#include <stdio.h>

int main(void) {
    int i = 0, j;
again:
    if (i < 3) {
        printf("%d ", i++);
        goto again; //~ unsupported
    }
    for (i = 0; i < 5; i++)
        for (j = 0; j < 5; j++)
            if (i * j == 6) goto found; //~ unsupported
found:
    printf("%d %d\n", i, j);
    return 0;
}

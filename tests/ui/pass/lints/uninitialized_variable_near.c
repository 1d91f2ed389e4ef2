#include <stdio.h>
int main(void) {
    int x, y, z;
    if (scanf("%d", &x) != 1)
        x = 0;
    for (y = 0; y < 3; y++)
        x += y;
    z = (y = 2) + x;
    printf("%d %d %d\n", x, y, z);
    return 0;
}

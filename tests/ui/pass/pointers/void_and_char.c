#include <stdio.h>
#include <string.h>

static void reverse(void *base, size_t count, size_t size) {
    unsigned char *low = base, *high = low + (count - 1) * size, t[16];
    while (low < high) {
        memcpy(t, low, size);
        memcpy(low, high, size);
        memcpy(high, t, size);
        low += size;
        high -= size;
    }
}

int main(void) {
    int a[5] = {1, 2, 3, 4, 5};
    double d[2] = {0.5, 1.5};
    reverse(a, 5, sizeof a[0]);
    reverse(d, 2, sizeof d[0]);
    printf("%d %d %g\n", a[0], a[4], d[0]);
    return 0;
}

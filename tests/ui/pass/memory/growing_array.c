#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int *a = NULL;
    size_t n = 0, room = 0;
    for (int i = 0; i < 1000; i++) {
        if (n == room) {
            room = room ? room * 2 : 4;
            int *more = realloc(a, room * sizeof *a);
            if (!more) { free(a); return 1; }
            a = more;
        }
        a[n++] = i;
    }
    long sum = 0;
    for (size_t i = 0; i < n; i++) sum += a[i];
    printf("%zu %ld\n", n, sum);
    a = realloc(a, 10 * sizeof *a);
    printf("%d\n", a[9]);
    free(a);
    return 0;
}

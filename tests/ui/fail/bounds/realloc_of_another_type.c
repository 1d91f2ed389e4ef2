// The block grows by the size of another type; the mend keeps the block that is given.
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int room = 2;
    double *t = NULL;
    for (int i = 0; i < 4; i++) {
        if (i % room == 0) t = realloc(t, (i + room) * sizeof(int));
        if (!t) return 1;
        t[i] = i; //~ out-of-bounds
    }
    printf("%f\n", t[0]);
    free(t);
    return 0;
}

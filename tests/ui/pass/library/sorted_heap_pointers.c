/* Swapping inside qsort loses no pointer. */
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b) { return **(int *const *)a - **(int *const *)b; }

int main(void) {
    int *p[20];
    for (int i = 0; i < 20; i++) {
        p[i] = malloc(sizeof(int));
        *p[i] = i * 7 % 20;
    }
    qsort(p, 20, sizeof *p, compare);
    for (int i = 0; i < 20; i++) {
        printf("%d ", *p[i]);
        free(p[i]);
    }
    putchar('\n');
    return 0;
}

#include <search.h>
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

struct ring {
    struct ring *next, *before;
    int value;
};

int main(void)
{
    int numbers[8] = {5, 3, 9};
    size_t count = 3;
    int key = 9;
    int *found = lfind(&key, numbers, &count, sizeof key, compare);
    printf("%td\n", found - numbers);
    key = 4;
    printf("%d\n", lfind(&key, numbers, &count, sizeof key, compare) == NULL);
    found = lsearch(&key, numbers, &count, sizeof key, compare);
    printf("%td %d %zu\n", found - numbers, *found, count);

    struct ring nodes[3] = {{.value = 1}, {.value = 2}, {.value = 3}};
    insque(&nodes[0], NULL);
    insque(&nodes[2], &nodes[0]);
    insque(&nodes[1], &nodes[0]);
    remque(&nodes[2]);
    for (struct ring *at = &nodes[0]; at; at = at->next) {
        printf("%d ", at->value);
    }
    printf("\n");
    return 0;
}

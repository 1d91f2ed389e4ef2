// A comparison function may change anything but the array.
#include <stdio.h>
#include <stdlib.h>

static int comparisons;

struct entry {
    int key;
    int *uses;
};

static int by_key(const void *a, const void *b)
{
    const struct entry *left = a, *right = b;
    comparisons++;
    ++*left->uses;
    return left->key - right->key;
}

int main(void)
{
    int uses = 0;
    struct entry list[] = {{3, &uses}, {1, &uses}, {2, &uses}};
    const struct entry one = {1, &uses};
    qsort(list, 3, sizeof list[0], by_key);
    qsort((void *)&one, 1, sizeof one, by_key);
    printf("%d %d %d, %d %d\n", list[0].key, list[1].key, list[2].key, comparisons, uses);
    return 0;
}

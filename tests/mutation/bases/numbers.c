/* Numbers are read, sorted and summed up. Clean as it stands; the comments
   name errors that are planted here. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT 6

static int smaller(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

static int *squares(int count)
{
    int *list = malloc(count * sizeof *list); //% wrong sizeof: count * sizeof *list => count, out-of-bounds @squared
    if (list == NULL)
        return NULL;
    for (int i = 0; i < count; i++) //% count one too many: i < count => i <= count, out-of-bounds @squared
    {
        list[i] = i * i; //= squared
    }
    return list;
}

static double average(const int *list, int count)
{
    long total = 0;
    for (int i = 0; i < count; i++)
        total += list[i];
    return (double)total / count;
}

int main(void)
{
    int first = 0, second = 0;
    if (sscanf("12 4", "%d %d", &first, &second) != 2) //% drop &: &second => second, format-mismatch
        return 1;
    printf("%d\n", first / second); //% divide by zero: second => (second - 4), division-by-zero

    int *list = squares(COUNT);
    if (list == NULL)
        return 1;
    printf("%.2f\n", average(list, COUNT)); //% divide by zero: average(list, COUNT) => average(list, COUNT) + 1 / (first - 12), division-by-zero

    int mixed[COUNT] = {9, 1, 7, 3, 8, 2};
    qsort(mixed, COUNT, sizeof mixed[0], smaller); //% count one too many: COUNT => COUNT + 1, out-of-bounds
    for (int i = 0; i < COUNT; i++)
        printf("%d ", mixed[i]);
    putchar('\n');

    int copy[COUNT];
    memcpy(copy, mixed, sizeof copy); //% wrong sizeof: sizeof copy => 2 * sizeof copy, out-of-bounds
    memset(copy, 0, 3 * sizeof copy[0]); //% count one too many: 3 => 7, out-of-bounds
    int *largest = &copy[COUNT - 1];
    {
        int limit = 1;
        if (*largest > limit)
            largest = &copy[2]; //% leave a scope: &copy[2] => &limit, use-after-scope @largest
    }
    printf("%d\n", *largest); //= largest

    int key = 7;
    int *found = bsearch(&key, mixed, COUNT, sizeof mixed[0], smaller);
    printf("%td\n", found - mixed); //% mix up pointers: found - mixed => found - copy, unrelated-pointers
    found = found < mixed + COUNT ? mixed : NULL; //% mix up pointers: found < mixed => found < list, unrelated-pointers
    printf("%d\n", found != NULL);
    free(list);
    return 0;
}

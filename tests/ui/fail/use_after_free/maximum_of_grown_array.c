#include <stdio.h>
#include <stdlib.h>

/* Which element it is depends on the input: no number can be told. */
static void append(int **array, int *n, int value) {
    int *more = realloc(*array, (size_t)(*n + 1) * sizeof **array);
    if (more == NULL)
        exit(1);
    *array = more;
    (*array)[(*n)++] = value;
}

int main(void) {
    int *numbers = NULL, n = 0;
    append(&numbers, &n, 4);
    append(&numbers, &n, 9);
    int *largest = &numbers[0];
    for (int i = 1; i < n; i++)
        if (numbers[i] > *largest)
            largest = &numbers[i];
    append(&numbers, &n, 2 * *largest);
    printf("%d\n", *largest); //~ use-after-free
    free(numbers);
    return 0;
}

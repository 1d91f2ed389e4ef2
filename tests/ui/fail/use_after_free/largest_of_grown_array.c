#include <stdio.h>
#include <stdlib.h>

static void push(int **array, int *n, int value) {
    int *more = realloc(*array, (size_t)(*n + 1) * sizeof **array);
    if (more == NULL)
        exit(1);
    *array = more;
    (*array)[(*n)++] = value;
}

int main(void) {
    int *numbers = NULL, n = 0;
    push(&numbers, &n, 9);
    int *largest = numbers;
    push(&numbers, &n, 4);
    printf("%d\n", *largest); //~ use-after-free
    free(numbers);
    return 0;
}

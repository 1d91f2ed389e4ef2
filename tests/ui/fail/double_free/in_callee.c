#include <stdio.h>
#include <stdlib.h>

static void show(int *numbers)
{
    printf("%d\n", numbers[0]);
    free(numbers);
}

int main(void)
{
    int *numbers = calloc(3, sizeof *numbers);
    if (numbers == NULL)
        return 1;
    show(numbers);
    free(numbers); //~ double-free
    return 0;
}

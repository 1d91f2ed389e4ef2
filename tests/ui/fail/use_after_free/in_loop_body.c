#include <stdio.h>
#include <stdlib.h>

/* Freed in the first turn, used in the second. */
int main(void)
{
    int *numbers = calloc(3, sizeof *numbers);
    if (numbers == NULL)
        return 1;
    for (int i = 0; i < 3; i++) {
        printf("%d\n", numbers[i]); //~ use-after-free
        free(numbers);
    }
    return 0;
}

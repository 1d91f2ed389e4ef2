#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *numbers = calloc(3, sizeof *numbers);
    if (numbers == NULL)
        return 1;
    for (int i = 0; i < 3; i++) {
        printf("%d\n", i);
        free(numbers); //~ double-free
    }
    return 0;
}

/* Pointers that are kept as integers and converted, in a union, in allocated
   storage, or copied as bytes: all of that is allowed. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

union word {
    long number;
    int *pointer;
};

int main(void)
{
    int target = 7;
    uintptr_t kept = (uintptr_t)&target;
    union word word;
    word.number = (long)kept;
    int *read = word.pointer;
    word.pointer = NULL;
    long number = word.number;
    word.number = (long)read + number;
    int *copy;
    memcpy(&copy, &kept, sizeof copy);
    int **table = calloc(4, sizeof *table);
    if (table == NULL)
        return 1;
    table[1] = (int *)kept;
    printf("%d %d %d %d\n", *word.pointer, *copy, *table[1], table[2] == NULL);
    free(table);
    return 0;
}

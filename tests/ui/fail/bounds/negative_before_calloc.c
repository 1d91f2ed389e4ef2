#include <stdio.h>
#include <stdlib.h>

typedef struct entry { int n; struct entry *next; } Entry;

int main(void)
{
    Entry **table = calloc(4, sizeof(Entry *));
    int h = -7 % 4;
    printf("%d\n", table[h] == NULL); //~ out-of-bounds
    free(table);
    return 0;
}

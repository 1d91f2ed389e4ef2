#include <stdio.h>

static int before = 7;
static int table[4] = {1, 2, 3, 4};

int main(void)
{
    int i = 0;
    printf("%d\n", before);
    return table[i - 1]; //~ out-of-bounds
}

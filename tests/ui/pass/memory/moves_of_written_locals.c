/* Locals that are written on every way before they are moved into memory, and
   one that is not, whose copy nobody reads. */
#include <stdio.h>

struct pair {
    int first, second;
};

static int table[4];

int main(int argc, char **argv)
{
    int value, unused;
    (void)argv;
    if (argc > 3)
        value = 1;
    else
        value = 2;
    table[1] = value;
    struct pair pair = {value, unused};
    printf("%d %d\n", table[1], pair.first);
    pair.second = value;
    printf("%d\n", pair.second);
    return 0;
}

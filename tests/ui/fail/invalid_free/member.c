#include <stdlib.h>

int main(void)
{
    struct { int a, b; } *pair = malloc(sizeof *pair);
    free(&pair->b); //~ invalid-free
    return 0;
}

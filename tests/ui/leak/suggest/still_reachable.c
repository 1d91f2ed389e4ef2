//@ options: --suggest
/* What can still be reached is not called freed. */
#include <stdlib.h>

static char *kept;

int main(void)
{
    char *own = malloc(3); //~ leak: definite 3
    kept = malloc(4); //~ leak: reachable 4
    own[0] = kept[0] = 'x';
    return 0;
}

//@ options: --strict
//@ native: no, because it is C of the standard alone
#include <stdlib.h>

typedef struct { int hour; } clock_t; /* <stdlib.h> has none there */

static int typeof(int asm) { return asm + 1; }

int main(void)
{
    clock_t noon = { 12 };
    int linux = 1;
    __typeof__(noon.hour) copy = noon.hour;
    return typeof(copy) - 13 + linux - 1;
}

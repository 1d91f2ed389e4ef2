/* exit calls the handler, not atexit. */
#include <stdlib.h>

static char *text;

static void forget(void)
{
    text = NULL; //~ lost: overwritten
}

int main(void)
{
    text = malloc(5); //~ leak: definite 5
    atexit(forget);
    text[0] = 'x';
    exit(0);
}

/* What a variable got in the very last statement before it ended counts. */
#include <stdlib.h>

static char *global;

static char *take(void)
{
    char *all = global;
    global = NULL;
    return all;
}

static void moved_on(void)
{
    char *first = malloc(8), *second = NULL; //~ leak: definite 8
    second = first;
    first = NULL;
} //~ lost: scope

static void two(void)
{
    char *first = malloc(9), *second = NULL; //~ leak: definite 9
    second = first;
} //~ lost: scope

int main(void)
{
    char *own = NULL;
    moved_on();
    two();
    global = malloc(3); //~ leak: definite 3
    own = take();
    return 0; //~ lost: main-returned
}

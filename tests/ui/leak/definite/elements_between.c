/* What is freed already is not named. */
#include <stdlib.h>

static void some(void)
{
    char *rows[3];
    for (int i = 0; i < 3; i++)
        rows[i] = malloc(4); //~ leak: definite 8
    free(rows[1]);
} //~ lost: scope

int main(void)
{
    some();
    return 0;
}

//@ options: --suggest
/* The pointer is freed, not the number that is stored over it. */
#include <stdlib.h>

int main(void)
{
    union {
        long number;
        char *text;
    } value;
    value.text = malloc(5); //~ leak: definite 5
    value.number = 7;
    return (int)value.number - 7;
}

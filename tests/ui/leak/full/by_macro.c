//@ options: --leaks=full
/* What a macro does is told by the variable that it was given. */
#include <stdlib.h>
#define FORGET(p) do { (p) = NULL; } while (0)
int main(void) {
    char *text = malloc(3); //~ leak: definite 3
    FORGET(text); //~ lost: overwritten
    return 0;
}

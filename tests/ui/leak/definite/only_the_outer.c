/* Freeing the holder loses what it held. */
#include <stdlib.h>
#include <string.h>
struct person { char *name; };
int main(void) {
    struct person *p = malloc(sizeof *p);
    p->name = malloc(4); //~ leak: definite 4
    strcpy(p->name, "Ada");
    free(p); //~ lost: holder-freed
    return 0;
}

//@ options: --leaks=full
/* Returned and passed in a struct, copied by memcpy, held by another block. */
#include <stdlib.h>
#include <string.h>
struct named { char *name; int age; };
static struct named make(int age) {
    struct named n;
    n.name = malloc(5); //~ leak: definite 5
    n.age = age;
    return n;
}
static int age_of(struct named n) { return n.age; }
int main(void) {
    struct named a = make(3), b;
    memcpy(&b, &a, sizeof b);
    a.name = NULL;
    struct named *kept = malloc(sizeof *kept);
    *kept = b;
    strcpy(kept->name, "Ada");
    memset(&b, 0, sizeof b);
    int age = age_of(*kept);
    free(kept); //~ lost: holder-freed
    return age - 3;
}

#include <stdlib.h>
#include <string.h>
struct person { char *name; };
static void drop(struct person *p) { free(p->name); }
int main(void) {
    struct person p;
    p.name = malloc(8);
    strcpy(p.name, "Ada");
    drop(&p);
    p.name[0] = 'a'; //~ use-after-free
    return 0;
}

//@ options: --leaks=full
/* Copied with the struct that holds it, read by the library; never used is one
 * that nobody looks at; and one stays to the end. */
#include <string.h>
#include <stdlib.h>
struct named { char *name; int age; };
static char *kept;
int main(void) {
    struct named a = { malloc(4), 3 }; //~ leak: definite 4
    strcpy(a.name, "abc");
    struct named b;
    b = a;
    a.name = NULL;
    char *unused = malloc(7); //~ leak: definite 7
    kept = malloc(5); //~ leak: reachable 5
    kept[0] = b.name[0];
    return unused == NULL ? 1 : 0; //~ lost: main-returned
    //~^ lost: main-returned
}

#include <stdlib.h>
struct small { int a; };
struct large { int a, b; };
int main(void) {
    struct small *s = malloc(sizeof *s);
    struct large *l = (struct large *)s;
    l->b = 1; //~ out-of-bounds
    free(s);
    return 0;
}

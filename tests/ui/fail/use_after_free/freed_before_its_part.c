#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct s { char *name; int n; };
int main(void)
{
    struct s *x = malloc(sizeof *x);
    x->name = strdup("abc");
    x->n = 3;
    free(x);
    printf("%d\n", x->n); //~ use-after-free
    free(x->name);
    return 0;
}

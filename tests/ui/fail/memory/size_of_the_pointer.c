#include <stdio.h>
#include <stdlib.h>

struct point {
    double x, y;
};

int main(void)
{
    struct point *p = malloc(sizeof(p)); //~ allocation-size
    if (p == NULL)
        return 1;
    p->x = 1.0; // There is room for this one.
    printf("%.1f\n", p->x);
    free(p);
    return 0;
}

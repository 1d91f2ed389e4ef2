#include <stdlib.h>

struct point {
    double x, y;
};

int main(void)
{
    struct point *p = malloc(sizeof(p));
    if (p == NULL)
        return 1;
    p->y = 1.0; //~ out-of-bounds
    free(p);
    return 0;
}

#include <stdio.h>

struct point { int x, y; };

static struct point *make(int x, int y)
{
    struct point made;
    made.x = x;
    made.y = y;
    struct point *p = &made;
    return p;
}

int main(void)
{
    struct point *p = make(1, 2);
    printf("%d\n", p->x); //~ use-after-return
    return 0;
}

/* The function gives values to its copy of the struct. */
#include <stdio.h>

struct point {
    int x, y;
};

static void set(struct point p, int x, int y)
{
    p.x = x;
    p.y = y;
}

int main(void)
{
    struct point p;
    p.y = 0;
    set(p, 1, 2);
    printf("%d %d\n", p.x, p.y); //~ uninitialized-read
    return 0;
}

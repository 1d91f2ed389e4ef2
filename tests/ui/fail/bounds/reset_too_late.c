#include <stdio.h>
#define MAX 4

struct ring { int items[MAX]; int end; };

void put(struct ring *r, int value)
{
    r->items[r->end] = value; //~ out-of-bounds
    r->end++;
    if (r->end > MAX)
        r->end = 0;
}

int main(void)
{
    struct ring r = {{0}, 0};
    for (int i = 0; i < 6; i++)
        put(&r, i);
    printf("%d\n", r.items[0]);
    return 0;
}

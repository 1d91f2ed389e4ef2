/* A struct that is the value of a statement expression outlives the block in it (gcc). */
#include <stdio.h>
#include <string.h>

struct large { int x, y[9]; char name[8]; };

static struct large made(int x)
{
    return ({ struct large l = {x, {x + 1}, "made"}; l; });
}

static int total(struct large l)
{
    return l.x + l.y[0];
}

int main(void)
{
    int sum = 0;
    for (int i = 0; i < 3; i++) {
        sum += ({ struct large a; a.x = 2 + i; a; }).x - ({ struct large b; b.x = 1; b; }).x;
        sum += ({ struct large a = {.y = {1, 2, 3}}; a; }).y[i];
        sum += total(({ struct large a = {i, {5}, ""}; a; }));
    }
    struct large kept = ({ struct large a = made(7); a.x++; a; });
    struct large *p = &kept;
    printf("%d %d %zu\n", sum, kept.x, strlen(({ struct large a = *p; a; }).name));
    *p = ({ *p; });
    printf("%s\n", (({ made(3); })).name);
    return sizeof(({ kept; })) != sizeof kept;
}

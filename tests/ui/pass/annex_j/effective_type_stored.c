// 6.5p6: storage without a declared type, own types, characters, unions
//@ options: -W all=error
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
struct point {
    int x;
    double y;
};
union both {
    int n;
    float f;
};
int main(void) {
    int *block = malloc(sizeof *block);
    if (!block)
        return 1;
    *block = 1;
    *(float *)block = 2.0f;
    free(block);
    struct point point = {1, 2.0};
    *(int *)&point = 0;
    *(double *)((char *)&point + offsetof(struct point, y)) = 0;
    *(unsigned *)&point.x = 1u;
    unsigned char *bytes = (unsigned char *)&point;
    memset(bytes, 0, sizeof point);
    union both both = {1};
    *(float *)&both.n = 2.0f;
    ((union both *)&both.f)->n = 1;
    long one = 1;
    *(unsigned long *)&one = 0;
    return point.x + (int)one;
}

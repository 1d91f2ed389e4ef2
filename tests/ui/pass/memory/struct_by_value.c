#include <stdio.h>

struct vec { double x, y, z; };
struct big { int a[20]; struct vec v; };

static struct vec add(struct vec a, struct vec b) { return (struct vec){a.x + b.x, a.y + b.y, a.z + b.z}; }

static struct big change(struct big b) {
    b.a[19] = 77;
    b.v = add(b.v, b.v);
    return b;
}

int main(void) {
    struct big b = {{1, 2, 3}, {0.5, 1, 1.5}};
    struct big c = change(b);
    printf("%d %d %g\n", b.a[19], c.a[19], c.v.z);
    printf("%g %d\n", add(c.v, b.v).y, change(c).a[2]);
    struct vec array[2] = {{1}, {2}};
    array[0] = array[1];
    printf("%g\n", array[0].x);
    return 0;
}

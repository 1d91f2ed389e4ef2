/* A pointer to a first member is a pointer to the struct. */
#include <stdio.h>
#include <string.h>

struct base { int kind; };
struct derived { struct base base; int extra; };

static void set(struct base *b) {
    if (b->kind == 2) ((struct derived *)b)->extra = 99;
}

int main(void) {
    struct derived d = {{2}, 0};
    set(&d.base);
    printf("%d\n", d.extra);
    memset(&d.base, 0, sizeof d);
    printf("%d\n", d.extra);
    return 0;
}

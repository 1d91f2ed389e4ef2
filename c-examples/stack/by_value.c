/* A function gets copies.
 *
 *     cglass c-examples/stack/by_value.c
 *
 * Arguments are copied into the parameters, which are local variables of the
 * callee. Changing a parameter changes the copy, whether it is an int or a
 * whole struct. Who wants to change the caller's variable needs its address.
 * An array is the exception that is none: its name becomes the address of its
 * first element, and the address is what is copied.
 */
#include <stdio.h>

struct point {
    int x, y;
};

static void swap_copies(int a, int b) {
    int old = a;
    a = b;
    b = old;
    printf("  inside: %d %d\n", a, b);
}

static void swap(int *a, int *b) {
    int old = *a;
    *a = *b;
    *b = old;
}

static struct point moved(struct point p, int by) {
    p.x += by; /* the copy, which is then returned: another copy */
    return p;
}

static void clear(int values[], int count) {
    for (int i = 0; i < count; i++) values[i] = 0;
}

int main(void) {
    int a = 1, b = 2;
    swap_copies(a, b);
    printf("after swap_copies: %d %d\n", a, b);
    swap(&a, &b);
    printf("after swap:        %d %d\n", a, b);

    struct point p = {10, 20};
    struct point q = moved(p, 5);
    printf("p.x %d, q.x %d\n", p.x, q.x);

    int values[] = {7, 8, 9};
    clear(values, 3);
    printf("values: %d %d %d\n", values[0], values[1], values[2]);
    return 0;
}

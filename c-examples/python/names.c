/* In Python a variable is a name for an object.
 *
 *     cglass c-examples/python/names.c
 *
 * C:      int x = 10;     x is the memory that holds 10.
 * Python: x = 10          10 is an object on the heap, x is a name for it.
 *
 * A namespace is a table from names to pointers. An assignment changes the
 * pointer, never the object: after 'y = x' there are two names and one object,
 * and 'x = x + 1' makes a new object and leaves the old one to y. So numbers
 * seem to be copied. A list shows the truth: it can be changed, and the change
 * is seen through every name that it has.
 *
 * (CPython keeps the small numbers, -5 to 256, ready made: all names for 10
 * lead to the same object. Nothing can change it, so nobody notices.)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct object {
    int items[4]; /* a number is a list of one here */
    int length;
};

static struct { const char *name; struct object *object; } names[8];
static int known;

static struct object **lookup(const char *name) {
    for (int i = 0; i < known; i++) {
        if (strcmp(names[i].name, name) == 0) return &names[i].object;
    }
    names[known].name = name;
    return &names[known++].object;
}

static struct object *number(int value) {
    struct object *o = calloc(1, sizeof *o);
    if (o == NULL) exit(1);
    o->items[o->length++] = value;
    return o;
}

int main(void) {
    struct object *ten = number(10);
    *lookup("x") = ten;                                 /* x = 10 */
    *lookup("y") = *lookup("x");                        /* y = x */
    printf("x is y: %s\n", *lookup("x") == *lookup("y") ? "True" : "False");

    struct object *eleven = number((*lookup("x"))->items[0] + 1);
    *lookup("x") = eleven;                              /* x = x + 1 */
    printf("x %d, y %d\n", (*lookup("x"))->items[0], (*lookup("y"))->items[0]);

    struct object *list = number(1);
    *lookup("a") = list;                                /* a = [1] */
    *lookup("b") = *lookup("a");                        /* b = a */
    struct object *b = *lookup("b");
    b->items[b->length++] = 2;                          /* b.append(2) */
    printf("a has %d items\n", (*lookup("a"))->length); /* len(a) */

    free(list); /* who may free, and when? See refcount.c */
    free(eleven);
    free(ten);
    return 0;
}

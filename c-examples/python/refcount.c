/* Reference counting: how CPython frees most objects.
 *
 *     cglass c-examples/python/refcount.c
 *
 *     class Car:
 *         def __init__(self): self.z = 10
 *     cobj = Car()
 *     other = cobj
 *     other = None
 *     cobj = None
 *
 * Each object counts the references to it. A new name adds one, a name that
 * goes elsewhere takes one away. At zero the object is freed at once, and what
 * it refers to loses a reference too: here the car takes its number with it.
 * Nobody writes free, and nothing is left for a report: look at the last line.
 */
#include <stdio.h>
#include <stdlib.h>

struct object {
    const char *what;
    int references;
    struct object *z; /* an attribute, or NULL */
};

static struct object *new_object(const char *what, struct object *z) {
    struct object *o = malloc(sizeof *o);
    if (o == NULL) exit(1);
    *o = (struct object){what, 0, z};
    if (z != NULL) z->references++;
    return o;
}

static void release(struct object *o) {
    if (o == NULL || --o->references > 0) return;
    printf("  %s has no references left: freed\n", o->what);
    release(o->z);
    free(o);
}

/* name = object. The new one is counted first: it may be the same object. */
static void assign(struct object **name, struct object *o) {
    struct object *old = *name;
    if (o != NULL) o->references++;
    *name = o;
    release(old);
}

int main(void) {
    struct object *cobj = NULL, *other = NULL;

    assign(&cobj, new_object("car", new_object("10", NULL)));
    printf("cobj = Car()   car: %d, 10: %d\n", cobj->references, cobj->z->references);
    assign(&other, cobj);
    printf("other = cobj   car: %d, 10: %d\n", cobj->references, cobj->z->references);
    assign(&other, NULL);
    printf("other = None   car: %d, 10: %d\n", cobj->references, cobj->z->references);
    printf("cobj = None\n");
    assign(&cobj, NULL);
    return 0;
}

/* Reference counting: how CPython frees most objects.
 *
 *     cglass c-examples/python/refcount.c
 *
 *     a = 10
 *     class Car:
 *         def __init__(self): self.z = 10
 *     cobj = Car()
 *     other = cobj
 *     other = None
 *     cobj = None
 *
 * Each object counts the references to it. A new name adds one, a name that
 * goes elsewhere takes one away. At zero the object is freed at once, and what
 * it refers to loses a reference too. The number 10 is one object with two
 * references: the name a and the car's attribute z. Nobody writes free, and
 * nothing is left for a report: look at the last line.
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
    struct object *a = NULL, *cobj = NULL, *other = NULL;

    assign(&a, new_object("10", NULL));
    assign(&cobj, new_object("car", a)); /* Python has one object for each small number */
    printf("cobj = Car()   car: %d, 10: %d\n", cobj->references, a->references);
    assign(&other, cobj);
    printf("other = cobj   car: %d, 10: %d\n", cobj->references, a->references);
    assign(&other, NULL);
    printf("other = None   car: %d, 10: %d\n", cobj->references, a->references);
    printf("cobj = None\n");
    assign(&cobj, NULL);
    printf("               10: %d\n", a->references);
    printf("the program ends, and its names with it\n");
    assign(&a, NULL);
    return 0;
}

/* A Python function's names end with the call; its objects need not.
 *
 *     cglass c-examples/python/frames.c
 *
 *     a = 10
 *     def fun():
 *         b = 20
 *         return b
 *     c = fun()
 *
 * The names of a call stand in its frame. The numbers 10 and 20 are objects on
 * the heap. When fun returns, the frame and the name b are gone. The object 20
 * stays, because the caller takes over the reference. That is why returning a
 * "local" value is always safe in Python, and why in C it is safe only with a
 * block from the heap (compare stack/return_local.c).
 */
#include <stdio.h>
#include <stdlib.h>

struct object {
    int references;
    int value;
};

static struct object *new_int(int value) {
    struct object *o = malloc(sizeof *o);
    if (o == NULL) exit(1);
    *o = (struct object){.references = 1, .value = value};
    return o;
}

static void release(struct object *o) {
    if (--o->references > 0) return;
    printf("  (the object %d is gone)\n", o->value);
    free(o);
}

static struct object *fun(void) {
    struct object *b = new_int(20);      /* the name b, in this frame */
    struct object *unused = new_int(30); /* another name, another object */

    b->references++; /* the result is one more reference ... */
    release(unused); /* ... and now the frame's names end */
    release(b);
    return b;
}

int main(void) {
    struct object *a = new_int(10);
    printf("calling fun\n");
    struct object *c = fun();
    printf("c is %d, with %d reference\n", c->value, c->references);

    release(c);
    release(a);
    return 0;
}

/* A weak reference looks, but does not hold.
 *
 *     cglass c-examples/python/weak_reference.c
 *
 *     obj = C()
 *     r = weakref.ref(obj)
 *     print(r())      # the object
 *     del obj
 *     print(r())      # None
 *
 * A weak reference does not count. So it cannot keep the object alive, and it
 * must not lead to freed memory either: the object knows who looks at it, and
 * when it goes it tells them all. A plain C pointer that is left behind is told
 * nothing: that is the dangling pointer of errors/use_after_free.c. Caches and
 * parent links are weak for this reason: they shall not decide how long
 * something lives.
 */
#include <stdio.h>
#include <stdlib.h>

struct object {
    int references;
    struct weak *observers;
};

struct weak {
    struct object *target; /* NULL once it is gone */
    struct weak *next;
};

static struct object *new_object(void) {
    struct object *o = malloc(sizeof *o);
    if (o == NULL) exit(1);
    *o = (struct object){.references = 1, .observers = NULL};
    return o;
}

static void release(struct object *o) {
    if (--o->references > 0) return;
    for (struct weak *w = o->observers; w != NULL; w = w->next) w->target = NULL;
    free(o);
}

/* r = weakref.ref(o) */
static void observe(struct weak *w, struct object *o) {
    w->target = o;
    w->next = o->observers;
    o->observers = w;
}

static void print(const char *what, const struct weak *r) {
    printf("%s: r() is %s\n", what, r->target == NULL ? "None" : "the object");
}

int main(void) {
    struct weak r, second;
    struct object *obj = new_object();

    observe(&r, obj);
    observe(&second, obj);
    print("obj lives", &r);
    printf("it has %d reference, although three look at it\n", obj->references);

    release(obj); /* del obj */
    print("after del", &r);
    print("after del, the second one", &second);
    return 0;
}

/* A cache that keeps nothing alive, and forgets to be told.
 *
 *     cglass c-examples/python/weak_cache.c
 *
 * The cache remembers the picture that was loaded last. It holds a plain
 * pointer, without counting, because a cache shall not keep pictures alive.
 * But nobody tells it when the picture is gone. The second time it hands out a
 * pointer to freed memory. In Python this is a weakref.WeakValueDictionary,
 * whose entries disappear by themselves.
 *
 * Mend it: whoever frees a picture takes it out of the cache first.
 */
#include <stdio.h>
#include <stdlib.h>

struct picture {
    int references;
    int width;
};

static struct picture *last_loaded;

static struct picture *load(void) {
    if (last_loaded == NULL) {
        struct picture *p = malloc(sizeof *p);
        if (p == NULL) exit(1);
        *p = (struct picture){.references = 0, .width = 640};
        last_loaded = p;
    }
    last_loaded->references++;
    return last_loaded;
}

static void release(struct picture *p) {
    if (--p->references == 0) free(p);
}

int main(void) {
    struct picture *first = load();
    printf("loaded: %d wide\n", first->width);
    release(first);

    struct picture *second = load();
    printf("loaded again: %d wide\n", second->width);
    release(second);
    return 0;
}

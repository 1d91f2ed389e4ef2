/* Freeing the whole before its parts.
 *
 *     cglass c-examples/leaks/holder_first.c
 *
 * free(p) gives back the block that p points to, and nothing else: not what
 * stands in its members. The name of the pupil is a block of its own, and the
 * only pointer to it was in the block that was freed. Look at the word for it
 * in the report: the block that held 'p->name'.
 *
 * Try: free the name first. Why not the other way round, and the name after
 * the pupil?
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct pupil {
    char *name; /* owned */
    int mark;
};

static struct pupil *pupil_new(const char *name, int mark) {
    struct pupil *p = malloc(sizeof *p);
    if (p == NULL) exit(1);
    p->name = malloc(strlen(name) + 1);
    if (p->name == NULL) exit(1);
    strcpy(p->name, name);
    p->mark = mark;
    return p;
}

int main(void) {
    struct pupil *p = pupil_new("Ada", 1);

    printf("%s: %d\n", p->name, p->mark);
    free(p);
    return 0;
}

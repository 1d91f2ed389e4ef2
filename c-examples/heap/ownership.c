/* Who made it frees it: a pair of functions.
 *
 *     cglass c-examples/heap/ownership.c
 *
 * A person owns its name: the block of the name is made with the person and
 * freed with it, and nobody else frees it. With one function that makes and
 * one that frees, the rest of the program cannot forget a part. Note the
 * order: first the parts, then the whole, for after free(p) nobody may look at
 * p->name any more.
 *
 * Try: swap the two calls of free in person_free.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct person {
    char *name; /* owned */
    int born;
    const struct person *teacher; /* borrowed: somebody else frees it */
};

static struct person *person_new(const char *name, int born, const struct person *teacher) {
    struct person *p = malloc(sizeof *p);
    if (p == NULL) return NULL;
    p->name = malloc(strlen(name) + 1);
    if (p->name == NULL) {
        free(p);
        return NULL;
    }
    strcpy(p->name, name);
    p->born = born;
    p->teacher = teacher;
    return p;
}

static void person_free(struct person *p) {
    if (p == NULL) return; /* as free itself: nothing to do */
    free(p->name);
    free(p);
}

int main(void) {
    struct person *church = person_new("Alonzo Church", 1903, NULL);
    struct person *turing = person_new("Alan Turing", 1912, church);

    if (church != NULL && turing != NULL) {
        printf("%s (%d), pupil of %s\n", turing->name, turing->born, turing->teacher->name);
    }
    person_free(turing);
    person_free(church);
    return 0;
}

/* A search that finds nothing.
 *
 *     cglass c-examples/errors/null_dereference.c
 *
 * 'find' returns NULL when there is no such name: that is its way to say "not
 * found". The first call goes well, the second one does not look at the answer
 * before using it. Read which pointer is NULL, and where it came from.
 *
 * Mend it: test the result before p->age is read.
 */
#include <stdio.h>
#include <string.h>

struct person {
    const char *name;
    int age;
};

static const struct person people[] = {{"Ada", 36}, {"Alan", 41}, {"Grace", 85}};

static const struct person *find(const char *name) {
    for (size_t i = 0; i < sizeof people / sizeof people[0]; i++) {
        if (strcmp(people[i].name, name) == 0) return &people[i];
    }
    return NULL;
}

static void print_age(const char *name) {
    const struct person *p = find(name);
    printf("%s: %d\n", name, p->age);
}

int main(void) {
    print_age("Alan");
    print_age("Dennis");
    return 0;
}

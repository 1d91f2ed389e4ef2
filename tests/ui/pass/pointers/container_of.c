#include <stddef.h>
#include <stdio.h>

struct link { struct link *next; };
struct item { int number; char name[8]; struct link link; };

#define container_of(p, type, member) ((type *)((char *)(p) - offsetof(type, member)))

int main(void) {
    struct item items[3] = {{1, "one", {0}}, {2, "two", {0}}, {3, "three", {0}}};
    struct link *head = NULL;
    for (int i = 2; i >= 0; i--) {
        items[i].link.next = head;
        head = &items[i].link;
    }
    for (struct link *l = head; l; l = l->next) {
        struct item *it = container_of(l, struct item, link);
        printf("%d %s\n", it->number, it->name);
    }
    return 0;
}

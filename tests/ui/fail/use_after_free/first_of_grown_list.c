#include <stdio.h>
#include <stdlib.h>

struct item {
    int id;
    double price;
};

struct list {
    struct item *items;
    int count, room;
};

static struct item *add(struct list *list, int id, double price) {
    if (list->count == list->room) {
        list->room = list->room ? 2 * list->room : 1;
        struct item *more = realloc(list->items, (size_t)list->room * sizeof *more);
        if (more == NULL)
            exit(1);
        list->items = more;
    }
    list->items[list->count] = (struct item){id, price};
    return &list->items[list->count++];
}

static void raise(struct item *item, double by) {
    item->price += by; //~ use-after-free
}

int main(void) {
    struct list list = {NULL, 0, 0};
    add(&list, 1, 2.5);
    struct item *second = add(&list, 2, 3.5);
    add(&list, 3, 4.5);
    raise(second, 1);
    printf("%.1f\n", second->price);
    free(list.items);
    return 0;
}

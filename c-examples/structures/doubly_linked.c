/* A ring with links in both directions.
 *
 *     cglass c-examples/structures/doubly_linked.c
 *
 * Each node knows its neighbours on both sides, so it can be taken out without
 * a search. A head that is always there ("sentinel") closes the ring: then no
 * link is ever NULL and no operation needs a special case. Every node of such
 * a list points to the next one and is pointed to by it, so a list that is
 * dropped is a cycle.
 *
 * Try: remove the loop that frees, and see the class of the leak.
 */
#include <stdio.h>
#include <stdlib.h>

struct task {
    const char *name;
    struct task *before, *after;
};

static void link_between(struct task *t, struct task *before, struct task *after) {
    t->before = before;
    t->after = after;
    before->after = t;
    after->before = t;
}

static struct task *append(struct task *head, const char *name) {
    struct task *t = malloc(sizeof *t);
    if (t == NULL) return NULL;
    t->name = name;
    link_between(t, head->before, head);
    return t;
}

static void take_out(struct task *t) {
    t->before->after = t->after;
    t->after->before = t->before;
    free(t);
}

static void print(const struct task *head) {
    for (const struct task *t = head->after; t != head; t = t->after) printf("%s ", t->name);
    printf("\n");
}

int main(void) {
    struct task *head = malloc(sizeof *head);
    if (head == NULL) return 1;
    *head = (struct task){"head", head, head};

    append(head, "wash");
    struct task *boil = append(head, "boil");
    append(head, "cut");
    append(head, "eat");
    print(head);

    if (boil != NULL) take_out(boil);
    print(head);

    while (head->after != head) take_out(head->after);
    free(head);
    return 0;
}

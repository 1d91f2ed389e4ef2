#include <stdio.h>
#include <stdlib.h>

struct node { int value; struct node *next; };

static void push(struct node **head, int value) {
    struct node *n = malloc(sizeof *n);
    n->value = value;
    n->next = *head;
    *head = n;
}

static void reverse(struct node **head) {
    struct node *done = NULL, *n = *head;
    while (n) {
        struct node *next = n->next;
        n->next = done;
        done = n;
        n = next;
    }
    *head = done;
}

static void drop_even(struct node **at) {
    while (*at)
        if ((*at)->value % 2 == 0) {
            struct node *dead = *at;
            *at = dead->next;
            free(dead);
        } else at = &(*at)->next;
}

int main(void) {
    struct node *list = NULL;
    for (int i = 0; i < 10; i++) push(&list, i);
    reverse(&list);
    drop_even(&list);
    for (struct node *n = list; n; n = n->next) printf("%d ", n->value);
    putchar('\n');
    while (list) {
        struct node *next = list->next;
        free(list);
        list = next;
    }
    return 0;
}

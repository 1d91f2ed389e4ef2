//@ options: --suggest
/* Three causes, three changes, all checked by running again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct node { int value; char *name; struct node *next; };
static struct node *push(struct node *head, int value, const char *name) {
    struct node *n = malloc(sizeof *n); //~ leak: definite 24 +54 //~ leak: definite 24 +6
    n->value = value;
    n->name = malloc(strlen(name) + 1);
    strcpy(n->name, name);
    n->next = head;
    return n;
}
static int parse(const char *text) {
    char *copy = malloc(strlen(text) + 1); //~ leak: definite 3
    strcpy(copy, text);
    if (copy[0] == '#')
        return -1; //~ lost: return
    int value = atoi(copy);
    free(copy);
    return value;
}
int main(void) {
    struct node *head = NULL;
    for (int i = 0; i < 3; i++) head = push(head, i, "n");
    printf("%d\n", parse("#x") + parse("42"));
    head = NULL; //~ lost: overwritten
    push(NULL, 7, "seven"); //~ lost: result-ignored
    return 0;
}

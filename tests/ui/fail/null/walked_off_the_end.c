#include <stdio.h>
#include <stdlib.h>
struct item { int id; struct item *next; };
struct item *head = NULL;
void add(int id)
{
    struct item *p = malloc(sizeof(struct item));
    p->id = id;
    p->next = NULL;
    if (head == NULL) { head = p; return; }
    struct item *last = head;
    while (last != NULL)
        last = last->next;
    last->next = p; //~ null-dereference
}
int main(void)
{
    add(1);
    add(2);
    printf("%d\n", head->id);
    return 0;
}

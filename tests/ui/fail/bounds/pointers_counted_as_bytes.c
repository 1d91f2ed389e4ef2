#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef struct { char **items; int count; } StringList;
void init(StringList *l) { l->items = NULL; l->count = 0; }
void add(StringList *l, const char *s)
{
    l->items = realloc(l->items, (l->count + 1) * sizeof(char));
    l->items[l->count] = malloc(strlen(s) + 1); //~ out-of-bounds
    strcpy(l->items[l->count], s);
    l->count++;
}
int main(void)
{
    StringList l;
    init(&l);
    add(&l, "one");
    add(&l, "two");
    printf("%s\n", l.items[1]);
    for (int i = 0; i < l.count; i++) free(l.items[i]);
    free(l.items);
    return 0;
}

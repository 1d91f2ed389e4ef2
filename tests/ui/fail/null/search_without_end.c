#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct word { char text[20]; int count; struct word *next; };
struct word *find(struct word *list, const char *text)
{
    while (strcmp(list->text, text) != 0) //~ null-dereference
        list = list->next;
    return list;
}
int main(void)
{
    struct word b = {"two", 2, NULL}, a = {"one", 1, &b};
    struct word *w = find(&a, "three");
    printf("%s %d\n", w->text, w->count);
    return 0;
}

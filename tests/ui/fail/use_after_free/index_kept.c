#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct contact { char name[20]; struct contact *next; } Contact;

Contact *list = NULL;
Contact *by_letter[26];

void add(const char *name)
{
    Contact *c = malloc(sizeof(Contact));
    strcpy(c->name, name);
    c->next = list;
    list = c;
    by_letter[name[0] - 'a'] = c;
}

void removeContact(const char *name)
{
    Contact **p = &list;
    while (*p) {
        if (strcmp((*p)->name, name) == 0) {
            Contact *old = *p;
            *p = old->next;
            free(old);
            return;
        }
        p = &(*p)->next;
    }
}

void show(char letter)
{
    Contact *c = by_letter[letter - 'a'];
    if (c != NULL)
        printf("%s\n", c->name); //~ use-after-free
}

int main(void)
{
    add("anna");
    add("bob");
    show('a');
    removeContact("anna");
    show('a');
    while (list) { Contact *n = list->next; free(list); list = n; }
    return 0;
}

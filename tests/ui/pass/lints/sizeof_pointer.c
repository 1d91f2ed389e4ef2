//@ native: no, because the sizes of pointers are the point
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node {
    int value;
    struct node *next;
    char *name;
    double *marks;
    char fixed[12];
};
typedef struct node *List;

static struct node *all;

int main(void)
{
    struct node *n = malloc(sizeof *n);
    n->name = malloc(40);
    n->marks = malloc(4 * sizeof *n->marks);
    strncpy(n->name, "a long name", sizeof(n->name)); //~ sizeof-pointer
    strncpy(n->name, "a long name", sizeof n->name - 1); //~ sizeof-pointer
    snprintf(n->name, sizeof(n->name), "%s", "other"); //~ sizeof-pointer
    printf("%s\n", n->name);
    memset(n->marks, 0, sizeof n->marks); //~ sizeof-pointer
    memset(n->marks, 0, 4 * sizeof(n->marks)); //~ sizeof-pointer
    int first = memcmp(n->marks, n->fixed, 0 * sizeof(n->marks)); //~ sizeof-pointer
    int count = sizeof(n->marks) / sizeof(n->marks[0]); //~ sizeof-pointer
    char *line = malloc(80);
    if (fgets(line, sizeof line, stdin)) //~ sizeof-pointer
        puts(line);
    printf("%d %d\n", first, count);
    free(line);
    free(n->name);
    free(n->marks);
    free(n);
    if (count > 7) {
        List list = malloc(sizeof(List)); //~ sizeof-pointer
        list->next = malloc(sizeof(struct node *)); //~ sizeof-pointer
        list->next = (struct node *)malloc(sizeof list->next); //~ sizeof-pointer
        all = malloc(sizeof(all)); //~ sizeof-pointer
        all = realloc(all, 3 * sizeof(struct node *)); //~ sizeof-pointer
        free(all);
    }
    return 0;
}

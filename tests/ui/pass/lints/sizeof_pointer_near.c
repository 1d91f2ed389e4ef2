#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SIZE_OF(x) sizeof(x)

struct node {
    int value;
    struct node *next;
    char *name;
    char fixed[12];
    struct node **links;
};

struct holder {
    void *what;
    const char *text;
};

int main(void)
{
    struct node *n = malloc(sizeof *n);
    struct node *copy = malloc(sizeof(struct node));
    memset(n, 0, sizeof *n);
    memset(copy, 0, sizeof(struct node));
    strncpy(n->fixed, "text", sizeof n->fixed - 1);
    /* A table of pointers: each is of this size. */
    n->links = malloc(3 * sizeof(struct node *));
    copy->links = malloc(3 * sizeof n->links);
    memset(n->links, 0, 3 * sizeof(struct node *));
    memset(n->links, 0, 3 * sizeof n->links);
    /* A pointer is what is copied. */
    memcpy(&copy->name, &n->name, sizeof copy->name);
    unsigned char *bytes = malloc(sizeof(struct node *));
    memcpy(bytes, &n, sizeof bytes);
    memcpy(&copy->next, bytes, sizeof copy->next);
    void *place = malloc(sizeof(void *));
    char *text = malloc(sizeof(struct node *));
    memcpy(place, &text, SIZE_OF(place));
    struct holder *holder = malloc(sizeof(void *) + sizeof(char *));
    holder->what = malloc(sizeof(struct holder *));
    free(holder->what);
    /* Another one's size. */
    snprintf(text, sizeof bytes, "%s", "abc");
    printf("%s %d %zu\n", text, copy->next == n, sizeof(n) + sizeof(text));
    free(n->links);
    free(copy->links);
    free(n);
    free(copy);
    free(bytes);
    free(place);
    free(text);
    free(holder);
    return 0;
}

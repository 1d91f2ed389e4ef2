/* A hash table with chains, everything freed again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry { char *key; int value; struct entry *next; };
static struct entry *table[16];

static unsigned hash(const char *s) {
    unsigned h = 5381;
    while (*s) h = h * 33 + (unsigned char)*s++;
    return h % 16;
}

static int *lookup(const char *key) {
    struct entry **e = &table[hash(key)];
    for (; *e; e = &(*e)->next)
        if (strcmp((*e)->key, key) == 0) return &(*e)->value;
    *e = malloc(sizeof **e);
    (*e)->key = malloc(strlen(key) + 1);
    strcpy((*e)->key, key);
    (*e)->value = 0;
    (*e)->next = NULL;
    return &(*e)->value;
}

int main(void) {
    char text[] = "the cat and the dog and the bird";
    for (char *w = strtok(text, " "); w; w = strtok(NULL, " ")) ++*lookup(w);
    printf("%d %d %d\n", *lookup("the"), *lookup("and"), *lookup("bird"));
    for (int i = 0; i < 16; i++)
        while (table[i]) {
            struct entry *e = table[i];
            table[i] = e->next;
            free(e->key);
            free(e);
        }
    return 0;
}

/* A hash table: the word itself says where to look.
 *
 *     cglass c-examples/structures/hash_table.c
 *
 * A number is computed from the letters; it chooses one of the chains. Words
 * with the same number share a chain, so chains should be short. The table
 * owns its entries and, in each entry, a copy of the word: whoever asked may
 * change or free his own.
 *
 * Look at the number of blocks: two for each different word.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHAINS = 7 };

struct entry {
    char *word;
    int count;
    struct entry *next;
};

static unsigned hash(const char *word) {
    unsigned h = 5381;
    for (; *word != '\0'; word++) h = 33 * h + (unsigned char)*word;
    return h;
}

/* The entry of a word, made if it was not there; NULL if there is no memory. */
static struct entry *entry_of(struct entry *table[], const char *word) {
    struct entry **chain = &table[hash(word) % CHAINS];
    for (struct entry *e = *chain; e != NULL; e = e->next) {
        if (strcmp(e->word, word) == 0) return e;
    }
    struct entry *e = malloc(sizeof *e);
    char *copy = malloc(strlen(word) + 1);
    if (e == NULL || copy == NULL) {
        free(e);
        free(copy);
        return NULL;
    }
    *e = (struct entry){.word = strcpy(copy, word), .next = *chain};
    return *chain = e;
}

static void table_free(struct entry *table[]) {
    for (int i = 0; i < CHAINS; i++) {
        for (struct entry *e = table[i], *next; e != NULL; e = next) {
            next = e->next;
            free(e->word);
            free(e);
        }
    }
}

int main(void) {
    const char *text[] = {"the", "cat", "and", "the", "dog", "and", "the", "end"};
    struct entry *table[CHAINS] = {NULL};

    for (int i = 0; i < 8; i++) {
        struct entry *e = entry_of(table, text[i]);
        if (e != NULL) e->count++;
    }
    for (int i = 0; i < CHAINS; i++) {
        printf("%d:", i);
        for (const struct entry *e = table[i]; e != NULL; e = e->next) printf(" %s %d", e->word, e->count);
        printf("\n");
    }
    table_free(table);
    return 0;
}

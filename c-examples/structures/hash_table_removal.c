/* Removed from memory, but not from the chain.
 *
 *     cglass c-examples/structures/hash_table_removal.c
 *
 * 'forget' frees the entry and leaves the chain as it was. The next search
 * walks into the freed entry. The mistake and the crash lie far apart: that is
 * what the history in the report is for.
 *
 * Mend it: walk with a pointer to the link (struct entry **), and let the link
 * lead to the next entry before this one is freed.
 */
#include <stdio.h>
#include <stdlib.h>

enum { CHAINS = 4 };

struct entry {
    int key, value;
    struct entry *next;
};

static struct entry *table[CHAINS];

static void store(int key, int value) {
    struct entry *e = malloc(sizeof *e);
    *e = (struct entry){key, value, table[key % CHAINS]};
    table[key % CHAINS] = e;
}

static struct entry *find(int key) {
    struct entry *e = table[key % CHAINS];
    while (e != NULL && e->key != key) e = e->next;
    return e;
}

static void forget(int key) {
    struct entry *e = find(key);
    free(e);
}

int main(void) {
    store(1, 100);
    store(5, 500); /* the same chain: 5 % 4 is 1, too */
    printf("5: %d\n", find(5)->value);

    forget(5);
    printf("1: %d\n", find(1)->value);
    return 0;
}

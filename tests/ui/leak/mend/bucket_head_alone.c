#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define SIZE 7
struct entry { char key[16]; int value; struct entry *next; };
struct entry *table[SIZE];
void put(const char *key, int value)
{
    int h = key[0] % SIZE;
    struct entry *e = malloc(sizeof *e); //~ leak: definite 32 +32
    strcpy(e->key, key);
    e->value = value;
    e->next = table[h];
    table[h] = e;
}
void clear(void)
{
    for (int i = 0; i < SIZE; i++) {
        free(table[i]);
        table[i] = NULL;
    }
}
int main(void)
{
    put("a", 1); put("h", 2); put("b", 3); put("o", 4);
    printf("%d\n", table['a' % SIZE]->value);
    clear();
    return 0;
}

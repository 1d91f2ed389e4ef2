/* A cycle that is taken apart by hand leaks nothing. */
#include <stdio.h>
#include <stdlib.h>

struct node { int id, count; struct node *to[3]; };

int main(void) {
    struct node *n[4];
    for (int i = 0; i < 4; i++) {
        n[i] = calloc(1, sizeof *n[i]);
        n[i]->id = i;
    }
    for (int i = 0; i < 4; i++)
        for (int k = 1; k < 4; k++) n[i]->to[n[i]->count++] = n[(i + k) % 4];
    struct node *at = n[0];
    for (int step = 0; step < 5; step++) at = at->to[step % 3];
    printf("%d\n", at->id);
    for (int i = 0; i < 4; i++) free(n[i]);
    return 0;
}

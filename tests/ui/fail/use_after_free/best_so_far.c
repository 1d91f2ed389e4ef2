#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n = 0, given[] = {2, 9, 4};
    int *list = NULL, *best = NULL;
    for (int i = 0; i < 3; i++) {
        list = realloc(list, (n + 1) * sizeof(int));
        list[n] = given[i];
        if (best == NULL || list[n] > *best) //~ use-after-free
            best = &list[n];
        n++;
    }
    printf("%d\n", *best);
    free(list);
    return 0;
}

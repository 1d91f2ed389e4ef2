// A null pointer has no neighbour, and no place among other pointers (6.5.6p8, 6.5.8p5).
#include <stdio.h>
#include <stdlib.h>

static int *begin_of(int *array, int skip) {
    return array + skip; //~ out-of-bounds-pointer
}

int main(void) {
    int array[3] = {1, 2, 3}, *none = NULL, *end = array + 3;
    int *p = begin_of(array, 1);
    p = begin_of(none, 1);
    p = none;
    p++; //~ out-of-bounds-pointer
    p = none;
    p -= 2; //~ out-of-bounds-pointer
    if (none < end) { //~ unrelated-pointers
        puts("before the end");
    }
    printf("%d\n", end - none > 0); //~ unrelated-pointers
    return p == NULL;
}

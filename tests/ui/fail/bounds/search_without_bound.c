// Nothing ends the search where the array ends.
#include <stdio.h>

static int find(const int *a, int wanted) {
    int i = 0;
    while (a[i] != wanted) i++; //~ out-of-bounds
    return i;
}

int main(void) {
    int a[5] = {1, 2, 3, 4, 5};
    printf("%d\n", find(a, 9));
    return 0;
}

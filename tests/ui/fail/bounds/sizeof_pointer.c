#include <stdlib.h>
int main(void) {
    int *a = malloc(sizeof(a));
    for (int i = 0; i < 10; i++)
        a[i] = 0; //~ out-of-bounds
    free(a);
    return 0;
}

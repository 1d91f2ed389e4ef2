#include <stdlib.h>

int main(void)
{
    char *a = malloc(4), *b = malloc(4);
    if (a == NULL || b == NULL) {
        free(a);
        free(b);
        return 1;
    }
    free(a);
    if (b != NULL) {
        free(a); //~ double-free
        free(b);
    }
    return 0;
}

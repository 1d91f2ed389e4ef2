#include <stdlib.h>
int main(void) {
    int n = -5;
    char *p = malloc(n); //~ allocation-size
    free(p);
    return 0;
}

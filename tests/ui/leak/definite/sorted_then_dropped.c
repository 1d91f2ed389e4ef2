/* qsort moves pointers about; the last one goes when the array does. */
#include <stdlib.h>
static int compare(const void *a, const void *b) { return **(int *const *)a - **(int *const *)b; }
int main(void) {
    {
        int *p[3];
        for (int i = 0; i < 3; i++) {
            p[i] = malloc(sizeof(int)); //~ leak: definite 12
            *p[i] = 3 - i;
        }
        qsort(p, 3, sizeof *p, compare);
    } //~ lost: scope
    return 0;
}

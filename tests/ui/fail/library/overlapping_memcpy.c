#include <string.h>
int main(void) {
    int a[6] = {1, 2, 3, 4, 5, 6};
    memcpy(a + 1, a, 4 * sizeof *a); //~ overlapping-copy
    return 0;
}

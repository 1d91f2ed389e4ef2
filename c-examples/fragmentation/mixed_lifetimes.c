/* Short-lived and long-lived blocks, mixed.
 *
 *     cglass c-examples/fragmentation/mixed_lifetimes.c
 *     cglass -D SORTED c-examples/fragmentation/mixed_lifetimes.c
 *
 * A result that is kept is small; the work space for it is large and freed at
 * once. When they are allocated in turn, each kept block stands behind a freed
 * one and cuts the free memory into pieces. When all work spaces are made and
 * freed first, they leave one large hole. The same blocks, the same sizes, the
 * same number of bytes kept: compare holes and fragmentation in the reports.
 */
#include <stdio.h>
#include <stdlib.h>

enum { COUNT = 20, KEPT = 32, WORK = 500 };

static char *kept[COUNT];
static char *work[COUNT];

int main(void) {
#ifdef SORTED
    for (int i = 0; i < COUNT; i++) work[i] = malloc(WORK);
    for (int i = 0; i < COUNT; i++) kept[i] = malloc(KEPT);
#else
    for (int i = 0; i < COUNT; i++) {
        work[i] = malloc(WORK);
        kept[i] = malloc(KEPT);
    }
#endif
    for (int i = 0; i < COUNT; i++) {
        free(work[i]);
        work[i] = NULL;
    }
    printf("%d bytes kept, %d bytes given back\n", COUNT * KEPT, COUNT * WORK);
    return 0; /* the kept blocks stay, so that the report shows the heap as it is */
}

/* Equal but for the column: one record (semantics §6.7). */
#include <stdlib.h>
static void make(void) {
    char *p = malloc(8); //~ leak: definite 24
    p[0] = 0;
} //~ lost: scope
int main(void) {
    make(); make(); make();
    return 0;
}

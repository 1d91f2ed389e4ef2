#include <stdlib.h>
static int *table;
int main(void) {
    table = malloc(40); //~ leak: reachable 40
    table[0] = 1;
    return 0;
}

#include <stdlib.h>
static int table[4];
int main(void) {
    int *p = table;
    free(p); //~ invalid-free
    return 0;
}

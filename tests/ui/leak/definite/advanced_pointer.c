/* p++ loses the begin of the block, but a pointer into it still holds it until main returns. */
#include <stdlib.h>
#include <string.h>
int main(void) {
    char *p = malloc(6); //~ leak: definite 6
    strcpy(p, "hello");
    while (*p) p++;
    return 0; //~ lost: main-returned
}

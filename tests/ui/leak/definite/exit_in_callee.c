/* Only a local variable of main holds it when exit is called. */
#include <stdlib.h>
static void stop(void) { exit(0); } //~ lost: exit
int main(void) {
    char *p = malloc(12); //~ leak: definite 12
    p[0] = 1;
    stop();
    free(p);
    return 1;
}

#include <stdlib.h>
static char *kept;
int main(void) {
    char *lost = malloc(3); //~ leak: definite 3
    lost[0] = 1;
    kept = malloc(5); //~ leak: reachable 5
    kept[0] = 1;
    exit(0);
}

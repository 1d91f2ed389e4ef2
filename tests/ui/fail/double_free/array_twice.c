#include <stdlib.h>
int main(void) {
    char *p[3];
    for (int i = 0; i < 3; i++) p[i] = malloc(4);
    for (int i = 0; i < 3; i++) free(p[i]);
    for (int i = 2; i >= 0; i--) free(p[i]); //~ double-free
    return 0;
}

#include <stdlib.h>
int main(void) {
    char *buffer = malloc(8);
    for (int i = 0; i < 2; i++) {
        buffer[i] = 'x'; //~ use-after-free
        if (i == 0) free(buffer);
    }
    return 0;
}

//@ options: --suggest
#include <stdlib.h>
int main(void) {
    char **names = malloc(3 * sizeof *names); //~ leak: definite 24 +30
    for (int i = 0; i < 3; i++)
        names[i] = malloc(10);
    return 0; //~ lost: main-returned
}

//@ options: --suggest
#include <stdlib.h>
int main(void) {
    char **names = malloc(5 * sizeof *names);
    for (int i = 0; i < 5; i++)
        names[i] = malloc(6); //~ leak: definite 18
    names = realloc(names, 2 * sizeof *names); //~ lost: holder-shrunk
    free(names[0]);
    free(names[1]);
    free(names);
    return 0;
}

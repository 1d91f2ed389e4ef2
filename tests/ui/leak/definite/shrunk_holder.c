#include <stdlib.h>
int main(void) {
    char **names = malloc(4 * sizeof *names);
    for (int i = 0; i < 3; i++) names[i] = NULL;
    names[3] = malloc(7); //~ leak: definite 7
    names = realloc(names, 2 * sizeof *names); //~ lost: holder-shrunk
    free(names);
    return 0;
}

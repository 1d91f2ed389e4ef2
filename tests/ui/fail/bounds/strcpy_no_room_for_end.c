#include <stdlib.h>
#include <string.h>
int main(void) {
    const char *name = "Grace";
    char *copy = malloc(strlen(name));
    strcpy(copy, name); //~ out-of-bounds
    free(copy);
    return 0;
}

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    char *name = malloc(2);
    if (name == NULL) {
        return 1;
    }
    name[0] = 'x';
    truncate(name, 3); //~ uninitialized-read
    free(name);
    return 0;
}

#include <stdio.h>
#include <stdlib.h>
int main(void)
{
    char *line = malloc(10);
    int rc = 0;
    if (line == NULL) goto out;
    line[0] = 'x';
    free(line);
    rc = 1;
out:
    free(line); //~ double-free
    return rc;
}

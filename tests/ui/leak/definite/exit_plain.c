#include <stdio.h>
#include <stdlib.h>

int main(void) {
    char *line = malloc(80); //~ leak: definite 80
    FILE *in = fopen("missing.txt", "r");
    if (in == NULL)
        exit(0);
    fclose(in);
    free(line);
    return 0;
}

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    const char *line = "key=value";
    size_t n = strcspn(line, "=");
    char key[20], *value = malloc(n + 1);
    strncpy(key, line, n);
    strcpy(value, line + n + 1 + 2);
    printf("%s %s\n", key, value); //~ uninitialized-read
    free(value);
    return 0;
}

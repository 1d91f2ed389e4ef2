// The '\0' needs a byte of its own.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    const char *s = "hello";
    int length = (int)strlen(s);
    char *copy = malloc(length);
    if (!copy) return 1;
    for (int i = 0; i < length; i++) copy[i] = s[i];
    copy[length] = '\0'; //~ out-of-bounds
    puts(copy);
    free(copy);
    return 0;
}

#include <stdio.h>
#include <string.h>

int main(void) {
    const char *a = "sea", *b = "sea";
    char own[] = "glass";
    own[0] = 'G';
    printf("%d %s %zu %zu\n", strcmp(a, b), own, sizeof own, strlen("a\0b"));
    return 0;
}

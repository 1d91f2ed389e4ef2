#include <stdio.h>
#include <stdlib.h>
#include <string.h>
char *replace(const char *s, char from, const char *to)
{
    char *r = malloc(strlen(s) + 1);
    int k = 0;
    for (int i = 0; s[i] != '\0'; i++) {
        if (s[i] == from) {
            for (int j = 0; to[j] != '\0'; j++)
                r[k++] = to[j]; //~ out-of-bounds
        } else
            r[k++] = s[i];
    }
    r[k] = '\0';
    return r;
}
int main(void)
{
    char *r = replace("a-b-c", '-', " to ");
    printf("%s\n", r);
    free(r);
    return 0;
}

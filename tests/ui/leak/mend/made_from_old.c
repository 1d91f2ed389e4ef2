#include <stdio.h>
#include <stdlib.h>
#include <string.h>
char *join(const char *a, const char *b)
{
    char *r = malloc(strlen(a) + strlen(b) + 1); //~ leak: definite 4 //~ leak: definite 3
    strcpy(r, a);
    strcat(r, b);
    return r;
}
int main(void)
{
    char *s = join("a", "b");
    s = join(s, "c");
    s = join(s, "d");
    printf("%s\n", s);
    free(s);
    return 0;
}

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
char *copy(const char *s)
{
    char *r = malloc(strlen(s) + 1); //~ leak: definite 6 //~ leak: definite 4
    strcpy(r, s);
    return r;
}
int main(void)
{
    printf("%s\n", copy("hello"));
    if (strlen(copy("abc")) == 3)
        printf("three\n");
    return 0;
}

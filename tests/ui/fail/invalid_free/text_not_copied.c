#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void)
{
    char *s = malloc(6); //~ leak: definite 6
    s = "hello";
    printf("%s\n", s);
    free(s); //~ invalid-free
    return 0;
}

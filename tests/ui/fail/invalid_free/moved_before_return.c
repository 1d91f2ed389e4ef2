#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *upper(const char *s)
{
    char *result = malloc(strlen(s) + 1);
    while (*s) {
        *result = (*s >= 'a' && *s <= 'z') ? *s - 32 : *s;
        result++;
        s++;
    }
    *result = '\0';
    return result;
}

int main(void)
{
    char *u = upper("hello");
    printf("%s\n", u);
    free(u); //~ invalid-free
    return 0;
}

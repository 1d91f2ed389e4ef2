//@ stdin: Ada\nBob\n
#include <stdio.h>
#include <stdlib.h>
char *gets(char *s);

int main(void) {
    char name[20], *other = malloc(20);
    gets(name); //~ bad-argument
    gets(other); //~ bad-argument
    printf("%s %s\n", name, other);
    free(other);
    return 0;
}

//@ stdin: this is a long line\n
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
char *getLine(void)
{
    char *buf = malloc(10);
    int i = 0, c;
    while ((c = getchar()) != EOF && c != '\n') {
        buf[i] = c; //~ out-of-bounds
        i++;
    }
    buf[i] = '\0';
    return buf;
}
int main(void)
{
    char *l = getLine();
    printf("%s\n", l);
    free(l);
    return 0;
}

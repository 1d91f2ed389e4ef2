#include <stdio.h>
#include <stdlib.h>
#include <string.h>
char *trim(char *s)
{
    while (*s == ' ') s++;
    return s;
}
int main(void)
{
    char *line = malloc(20);
    strcpy(line, "  hi");
    line = trim(line);
    printf("%s\n", line);
    free(line); //~ invalid-free
    return 0;
}

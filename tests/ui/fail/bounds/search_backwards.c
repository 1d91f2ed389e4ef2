#include <ctype.h>
#include <stdio.h>
#include <string.h>

void trim(char *s)
{
    int end = strlen(s) - 1;
    while (isspace((unsigned char)s[end])) //~ out-of-bounds
        end--;
    s[end + 1] = '\0';
}

int main(void)
{
    char line[20] = "   ";
    trim(line);
    printf("[%s]\n", line);
    return 0;
}

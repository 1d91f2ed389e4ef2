#include <stdio.h>
#include <string.h>

void repeat(char *to, const char *part, int n)
{
    to[0] = '\0';
    for (int i = 0; i < n; i++)
        strcat(to, part); //~ out-of-bounds
}

int main(void)
{
    char text[10];
    repeat(text, "abc", 5);
    printf("%s\n", text);
    return 0;
}

//@ stdin: much too long for it\n
#include <stdio.h>

char *gets(char *s);

int main(void)
{
    char name[8];
    gets(name); //~ out-of-bounds
    printf("%s\n", name);
    return 0;
}

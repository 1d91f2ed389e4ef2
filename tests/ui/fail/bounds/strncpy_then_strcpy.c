#include <stdio.h>
#include <string.h>

int main(void)
{
    char name[4];
    strncpy(name, "Johannes", sizeof name);
    strcpy(name, "Jo");
    name[2] = 'h';
    name[3] = 'n';
    printf("%zu\n", strlen(name)); //~ out-of-bounds
    return 0;
}

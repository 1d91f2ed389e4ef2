#include <stdio.h>
#include <string.h>

int main(void)
{
    char letters[3] = {'a', 'b', 'c'};
    printf("%d\n", strcmp(letters, "abc")); //~ out-of-bounds
    return 0;
}

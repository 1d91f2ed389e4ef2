#include <stdio.h>
#include <string.h>

int main(void)
{
    char letters[3] = {'a', 'b', 'c'};
    printf("%d\n", strncmp(letters, "abcd", 4)); //~ out-of-bounds
    return 0;
}

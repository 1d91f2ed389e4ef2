#include <stdio.h>
#include <string.h>

int main(void)
{
    char words[2][4] = {"ab", "cd"};
    int n = 2;
    printf("%zu\n", strlen(words[n])); //~ out-of-bounds
    return 0;
}

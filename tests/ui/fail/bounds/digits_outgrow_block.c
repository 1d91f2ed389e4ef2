#include <stdio.h>
#include <stdlib.h>
#include <string.h>
void toBinary(int n, char *out)
{
    int i = 0;
    while (n > 0) {
        out[i++] = '0' + n % 2; //~ out-of-bounds
        n /= 2;
    }
    out[i] = '\0';
}
int main(void)
{
    char *bits = malloc(8);
    toBinary(300, bits);
    printf("%s\n", bits);
    free(bits);
    return 0;
}

#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    div_t parts = div(7, 0); //~ division-by-zero
    printf("%d\n", parts.quot);
    return 0;
}

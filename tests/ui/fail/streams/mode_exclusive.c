// 7.21.5.3p3: 'x' goes with 'w' only
#include <stdio.h>

int main(void)
{
    FILE *file = fopen("some.txt", "rx"); //~ bad-argument
    if (file != NULL)
        fclose(file);
    return 0;
}

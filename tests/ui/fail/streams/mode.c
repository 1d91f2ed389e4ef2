#include <stdio.h>

int main(void)
{
    FILE *file = fopen("some.txt", "rw"); //~ bad-argument
    if (file != NULL)
        fclose(file);
    return 0;
}

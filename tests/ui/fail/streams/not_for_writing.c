#include <stdio.h>

int main(void)
{
    FILE *file = fopen("some.txt", "w");
    if (file == NULL)
        return 1;
    fclose(file);
    file = fopen("some.txt", "r");
    if (file == NULL)
        return 1;
    fputc('a', file); //~ bad-argument
    fclose(file);
    remove("some.txt");
    return 0;
}

#include <stdio.h>

int main(void)
{
    FILE *file = tmpfile();
    if (file == NULL)
        return 1;
    fputs("ab", file);
    rewind(file);
    int c = fgetc(file);
    fflush(file); //~ bad-argument
    printf("%c\n", c);
    fclose(file);
    return 0;
}

#include <stdio.h>

int main(void)
{
    FILE *file = tmpfile();
    if (file == NULL)
        return 1;
    fputs("ab", file);
    rewind(file);
    // One turn too many, but not wrong: fgetc gives EOF.
    while (!feof(file))
        printf("%d\n", fgetc(file));
    fclose(file);
    return 0;
}

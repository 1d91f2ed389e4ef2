#include <stdio.h>

int main(void)
{
    char three[3];
    FILE *file = tmpfile();
    if (file == NULL)
        return 1;
    fputs("abc", file);
    rewind(file);
    // The whole file is read: writing goes on at its end.
    printf("%zu\n", fread(three, 1, 3, file));
    fputs("de", file);
    rewind(file);
    int c;
    while ((c = fgetc(file)) != EOF)
        putchar(c);
    putchar('\n');
    fclose(file);
    return 0;
}

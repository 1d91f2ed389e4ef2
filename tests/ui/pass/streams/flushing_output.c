#include <stdio.h>

int main(void)
{
    FILE *file = tmpfile();
    if (file == NULL)
        return 1;
    fputs("ab", file);
    fflush(file);
    fflush(NULL);
    fflush(stdout);
    rewind(file);
    printf("%c\n", fgetc(file));
    // Reading met no end, but a seek lies between it and the writing.
    fseek(file, 0, SEEK_END);
    fputc('c', file);
    fflush(file);
    rewind(file);
    int c;
    while ((c = fgetc(file)) != EOF)
        putchar(c);
    // At the end of the file writing may follow at once (7.21.5.3p7).
    fputc('d', file);
    putchar('\n');
    fclose(file);
    return 0;
}

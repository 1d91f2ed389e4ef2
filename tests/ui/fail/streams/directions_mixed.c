#include <stdio.h>

int main(void)
{
    FILE *file = fopen("mixed.txt", "w+");
    if (file == NULL)
        return 1;
    fputs("abc", file);
    int c = fgetc(file); //~ bad-argument
    printf("%d\n", c);
    rewind(file);
    c = fgetc(file);
    fputc('x', file); //~ bad-argument
    printf("%c\n", c);
    fclose(file);
    remove("mixed.txt");
    return 0;
}

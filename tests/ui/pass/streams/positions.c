#include <stdio.h>

int main(void)
{
    fpos_t middle;
    FILE *file = fopen("text.txt", "w+");
    if (file == NULL)
        return 1;
    fputs("abc", file);
    fgetpos(file, &middle);
    fputs("def", file);
    fclose(file);
    // The same file again: the position is good for every stream on it.
    file = fopen("text.txt", "r");
    if (file == NULL)
        return 1;
    fsetpos(file, &middle);
    printf("%c\n", fgetc(file));
    fclose(file);
    remove("text.txt");
    return 0;
}

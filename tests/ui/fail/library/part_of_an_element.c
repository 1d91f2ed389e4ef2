#include <stdio.h>

int main(void)
{
    int numbers[2];
    FILE *file = tmpfile();
    if (file == NULL)
        return 1;
    fputs("abcdef", file);
    rewind(file);
    size_t got = fread(numbers, sizeof numbers[0], 2, file);
    fclose(file);
    printf("%zu %x\n", got, (unsigned)numbers[0]);
    printf("%x\n", (unsigned)numbers[1]); //~ uninitialized-read
    return 0;
}

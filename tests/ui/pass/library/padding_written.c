#include <stdio.h>

int main(void)
{
    struct { char letter; int number; } pair;
    pair.letter = 'a';
    pair.number = 10;
    FILE *file = tmpfile();
    if (file == NULL)
        return 1;
    printf("%zu\n", fwrite(&pair, sizeof pair, 1, file));
    fclose(file);
    return 0;
}

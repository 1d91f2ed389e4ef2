#include <stdio.h>

static char array[BUFSIZ];

int main(void)
{
    char own[64];
    setvbuf(stdout, array, _IOFBF, sizeof array);
    printf("hello\n");
    FILE *file = tmpfile();
    if (file == NULL)
        return 1;
    setvbuf(file, own, _IOLBF, sizeof own);
    fputs("line\n", file);
    fclose(file);
    return 0;
}

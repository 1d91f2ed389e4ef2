#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

int main(void)
{
    FILE *file = tmpfile();
    flockfile(file);
    printf("%d\n", ftrylockfile(file));
    fputc_unlocked('a', file);
    putc_unlocked('b', file);
    fputs_unlocked("cde\n", file);
    fwrite_unlocked("xyz", 1, 3, file);
    printf("%d\n", fflush_unlocked(file));
    rewind(file);
    printf("%c", fgetc_unlocked(file));
    printf("%c", getc_unlocked(file));
    char text[16];
    printf("%s", fgets_unlocked(text, sizeof text, file));
    memset(text, 0, sizeof text);
    printf("%zu %s\n", fread_unlocked(text, 1, 10, file), text);
    printf("%d %d\n", feof_unlocked(file) != 0, ferror_unlocked(file));
    clearerr_unlocked(file);
    printf("%d %d\n", feof_unlocked(file), fileno_unlocked(stdin));
    funlockfile(file);
    rewind(file);
    putw(0x01020304, file);
    rewind(file);
    printf("%x\n", getw(file));
    fclose(file);
    putchar_unlocked('!');
    putchar('\n');
    return 0;
}

#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *text;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    fputs("never there", stream);
    puts(text); //~ uninitialized-read
    fclose(stream);
    free(text);
    return 0;
}

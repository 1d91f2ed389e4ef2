#include <stdio.h>

int main(void)
{
    char text[4];
    FILE *stream = fmemopen(text, 16, "w"); //~ out-of-bounds
    fputs("too long", stream);
    fclose(stream);
    return 0;
}

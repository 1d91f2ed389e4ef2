#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    FILE *scratch = tmpfile(); //~ unclosed-file
    if (scratch == NULL)
        return 1;
    fputs("notes", scratch);
    exit(3);
}
//@ exit: 3

#include <libgen.h>
#include <stdio.h>

int main(void)
{
    puts(dirname("/usr/lib")); //~ readonly-write
    return 0;
}

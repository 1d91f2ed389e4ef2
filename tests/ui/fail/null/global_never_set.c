#include <stdio.h>

struct config { int verbose; };
static struct config *config;

int main(void)
{
    if (config->verbose) //~ null-dereference
        puts("on");
    return 0;
}

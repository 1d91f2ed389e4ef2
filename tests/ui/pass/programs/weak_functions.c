//@ with: weak_functions.one.part.c weak_functions.two.part.c
// A weak definition gives way to another file's; of several weak ones the first counts (gcc).
#include <stdio.h>

#define WEAK __attribute__((weak))

WEAK void prepare(void) { puts("default prepare"); }
WEAK void clean(void) { puts("default clean"); }
void named(void) WEAK;
void named(void) { puts("default name"); }
void run(void);

int main(void)
{
    prepare();
    named();
    run();
    clean();
    return 0;
}

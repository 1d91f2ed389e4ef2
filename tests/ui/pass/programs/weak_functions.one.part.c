#include <stdio.h>

#define WEAK __attribute__((weak))

WEAK void prepare(void) { puts("second prepare"); }
WEAK void clean(void) { puts("second clean"); }
void named(void);

void run(void)
{
    prepare();
    named();
}

#include <stdio.h>

void clean(void);
void clean(void) { puts("cleaned"); }
void named(void) { puts("named"); }

#include <stdlib.h>
void f(void){ static char *p; p = malloc(3); } //~ leak: definite 3 //~ lost: overwritten //~ leak: reachable 3
int main(void){ f(); f(); return 0; }

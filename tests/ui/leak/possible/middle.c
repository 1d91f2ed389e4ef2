#include <stdlib.h>
static char *end;
int main(void) {
    char *p = malloc(10); //~ leak: possible 10
    p[0] = 1;
    end = p + 10 - 1;
    return 0;
}

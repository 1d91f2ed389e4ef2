// Functions of the library declared as before there were prototypes, and called as they are.
#include <stdio.h>

double atof(), fabs();
char *malloc(), *strchr(); //~ library-type
void free();
unsigned long strlen();

int main(void)
{
    char *p = malloc(8);
    if (!p) {
        return 1;
    }
    sprintf(p, "%.1f", fabs(atof("-2.5")));
    printf("%lu %s\n", strlen(p), strchr(p, '.'));
    free(p);
    return 0;
}

#include <stdlib.h>
int main(void) {
    int a[4] = {0};
    int *p = realloc(a, 32); //~ invalid-free
    return p == 0;
}

#include <stdlib.h>
#include <string.h>
union u { int i; float f; };
int main(void) {
    float f = 1.0f;
    unsigned n = *(int *)&f; //~ effective-type
    int *p = malloc(8);
    *p = 1;
    float *q = (float *)p;
    n += *q > 0; //~ effective-type
    long l = 5;
    n += *(int *)&l; //~ effective-type
    _Alignas(int) short s[2] = {1, 2};
    n += *(int *)s; //~ effective-type
    double d = 1;
    memcpy(p, &d, 8);
    n += *(long *)p != 0; //~ effective-type
    unsigned *to = &n;
    n += *(long *)&to != 0; //~ effective-type
    union u u;
    u.f = 1.5f;
    int *punned = &u.i;
    n += *punned; //~ effective-type
    int declared;
    *(float *)&declared = 2; //~ effective-type
    n += declared;
    free(p);
    return 0;
}

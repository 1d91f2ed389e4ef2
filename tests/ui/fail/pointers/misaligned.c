#include <stdlib.h>
struct __attribute__((packed)) s { char c; int i; };
static int sum(const int *p, int n) {
    int s = 0;
    while (n-- > 0) s += *p++; //~ misaligned-access
    return s;
}
int main(void) {
    char bytes[24] = {0};
    int *p = (int *)(bytes + 1);
    *p = 3; //~ misaligned-access
    p[1] += 2; //~ misaligned-access
    p = calloc(16, 1);
    if (!p) return 1;
    double *d = (double *)((char *)p + 4);
    double x = *d; //~ misaligned-access
    free(p);
    struct s s = {1, 4};
    p = (void *)&s.i;
    x += *p; //~ misaligned-access
    return sum((int *)(bytes + 2), 3) * 0 + (int)x * 0;
}

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct person { char name[20]; int age; };
int cmp(const void *a, const void *b)
{
    struct person *x = *(struct person **)a, *y = *(struct person **)b;
    return x->age - y->age; //~ wild-pointer
}
int main(void)
{
    struct person p[3] = {{"A", 3}, {"B", 1}, {"C", 2}};
    qsort(p, 3, sizeof(struct person), cmp);
    printf("%s\n", p[0].name);
    return 0;
}

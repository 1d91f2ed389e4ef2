//@ stdin: 6
#include <stdio.h>
#include <stdlib.h>
int main(void)
{
    int n; if (scanf("%d", &n) != 1) return 1;
    double *v = malloc(sizeof(v));
    for (int i = 0; i < n; i++)
        v[i] = i * 0.5; //~ out-of-bounds
    printf("%f\n", v[2]);
    free(v);
    return 0;
}

#include <stdio.h>
#include <stdlib.h>
void fill(int *a, int n) { for (int i = 0; i < n; i++) a[i] = i; }
int main(void)
{
    int *a;
    fill(a, 5); //~ uninitialized-read
    printf("%d\n", a[2]);
    return 0;
}

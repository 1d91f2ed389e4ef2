#include <stdio.h>
int sum(int row[], int n) { int s = 0; for (int i = 0; i < n; i++) s += row[i]; return s; } //~ out-of-bounds
int main(void)
{
    int m[2][3] = {{1,2,3},{4,5,6}};
    int total = 0;
    for (int i = 0; i <= 2; i++)
        total += sum(m[i], 3);
    printf("%d\n", total);
    return 0;
}

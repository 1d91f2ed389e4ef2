#include <stdio.h>
int main(void)
{
    FILE *f = fopen("marks.txt", "r");
    int sum = 0, x;
    while (fscanf(f, "%d", &x) == 1) //~ null-dereference
        sum += x;
    fclose(f);
    printf("%d\n", sum);
    return 0;
}

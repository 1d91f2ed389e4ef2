#include <stdio.h>

int main(void)
{
    FILE *file = fopen("in.txt", "w");
    if (file == NULL)
        return 1;
    fputs("4 5\n", file);
    fclose(file);
    // A standard stream that was reopened may stay open.
    if (freopen("in.txt", "r", stdin) == NULL)
        return 1;
    int a, b;
    if (scanf("%d %d", &a, &b) == 2)
        printf("%d\n", a + b);
    remove("in.txt");
    return 0;
}

#include <stdio.h>

int main(void)
{
    FILE *file = fopen("numbers.txt", "w");
    if (file == NULL)
        return 1;
    for (int i = 0; i < 3; i++)
        fprintf(file, "%d\n", i * i);
    // freopen closes the first stream; this one is closed below.
    file = freopen("numbers.txt", "r", file);
    if (file == NULL)
        return 1;
    int n;
    while (fscanf(file, "%d", &n) == 1)
        printf("%d\n", n);
    fclose(file);
    remove("numbers.txt");
    return 0;
}

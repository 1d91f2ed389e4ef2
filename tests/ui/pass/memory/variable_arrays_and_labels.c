// The length of a variable array is known wherever the array is, labels or not.
#include <stdio.h>

int main(void)
{
    int n = 4, turns = 0;
    int v[n];
    for (int i = 0; i < n; i++)
        v[i] = i * i;
    printf("%zu %d\n", sizeof v, v[3]);
again:
    printf("%zu\n", sizeof v);
    if (turns++ < 1)
        goto again;
    int (*row)[n] = &v;
    while (turns-- > 0) {
        printf("%zu %zu\n", sizeof *row, sizeof(int[turns + 1]));
        goto end;
    }
end:
    return 0;
}

#include <stdio.h>

int main(void)
{
    _Alignas(16) int numbers[8] = {1, 2, 3, 4, 5, 6, 7, 8};
    int *second = __builtin_assume_aligned(numbers + 1, 16); //~ bad-argument
    printf("%d\n", *second);
    return 0;
}

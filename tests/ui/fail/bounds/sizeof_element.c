#include <stdio.h>

int main(void)
{
    int numbers[3] = {1, 2, 3};
    int sum = 0;
    for (size_t i = 0; i < sizeof(numbers); i++)
        sum += numbers[i]; //~ out-of-bounds
    printf("%d\n", sum);
    return 0;
}

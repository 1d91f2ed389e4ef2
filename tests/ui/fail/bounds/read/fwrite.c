#include <stdio.h>

int main(void)
{
    int numbers[2] = {1, 2};
    fwrite(numbers, sizeof numbers[0], 3, stdout); //~ out-of-bounds
    return 0;
}

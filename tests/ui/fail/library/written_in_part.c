#include <stdio.h>

int main(void)
{
    int numbers[2];
    numbers[0] = 65;
    fwrite(numbers, sizeof numbers[0], 2, stdout); //~ uninitialized-read
    return 0;
}

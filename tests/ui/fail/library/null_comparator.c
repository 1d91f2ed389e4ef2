#include <stdlib.h>

int main(void)
{
    int numbers[3] = {3, 1, 2};
    qsort(numbers, 3, sizeof numbers[0], NULL); //~ null-dereference
    return 0;
}

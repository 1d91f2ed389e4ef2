#include <stdio.h>

static int average(int sum, int count)
{
    return sum / count; //~ division-by-zero
}

int main(void)
{
    int marks[3] = {-1, -1, -1}, sum = 0, given = 0;
    for (int i = 0; i < 3; i++)
        if (marks[i] > 0) {
            sum += marks[i];
            given++;
        }
    printf("%d\n", average(sum, given));
    return 0;
}

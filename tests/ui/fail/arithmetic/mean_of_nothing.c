#include <stdio.h>

static double mean(const int *marks, int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += marks[i];
    double result = sum / n; //~ division-by-zero
    return result;
}

int main(void)
{
    int marks[1] = {1};
    printf("%.1f\n", mean(marks, 0));
    return 0;
}

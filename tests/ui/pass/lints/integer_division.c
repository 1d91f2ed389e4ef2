#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double average(const int *marks, int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += marks[i];
    return sum / n; //~ integer-division
}

static double safe(int sum, int n)
{
    return n > 0 ? sum / n : 0; //~ integer-division
}

int main(void)
{
    int marks[] = {1, 2, 4}, sum = 7, n = 3;
    long total = 5;
    double mean = sum / n; //~ integer-division
    float median;
    median = (marks[0] + marks[1]) / 2; //~ integer-division
    double other = n > 0 ? (sum / n) : 0.0; //~ integer-division
    double percent = sum * 100 / n; //~ integer-division
    double share = n / sum * 100; //~ integer-division
    double part = n / sum * 100.0; //~ integer-division
    double random = rand() / RAND_MAX; //~ integer-division
    double longer = total / n; //~ integer-division
    double celsius = 5 / 9 * (mean - 32); //~ integer-division
    double volume = (4 / 3) * 3.14 * n; //~ integer-division
    double root = pow(27, 1 / 3); //~ integer-division
    double half = 1/2; //~ integer-division
    double boiling = 32 + 9 / 5 * sum; //~ integer-division
    int cold = (sum - 32) * (5 / 9); //~ integer-division
    printf("%.2f %.2f\n", average(marks, n), safe(sum, n));
    printf("%.2f %.2f %.2f %.2f %.2f %.2f\n", mean, median, other, percent, share, part);
    printf("%.2f %.2f %.2f %.2f %.2f %.2f\n", random, longer, celsius, volume, root, half);
    printf("%.2f %d\n", boiling, cold);
    return 0;
}

#include <stdio.h>
int daysIn(int month)
{
    int days[12] = {31,28,31,30,31,30,31,31,30,31,30,31};
    return days[month]; //~ out-of-bounds
}
int main(void)
{
    int sum = 0;
    for (int m = 1; m <= 12; m++)
        sum += daysIn(m);
    printf("%d\n", sum);
    return 0;
}

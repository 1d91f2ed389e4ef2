#include <stdio.h>
#define DAYS 4

int main(void)
{
    int rain[DAYS] = {3, 1, 7, 2};
    int most = rain[0];
    for (int i = 1; i <= DAYS; i++)
        if (rain[i] > most) //~ out-of-bounds
            most = rain[i];
    printf("%d\n", most);
    return 0;
}

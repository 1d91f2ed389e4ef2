#include <stdio.h>
int main(void)
{
    int scores[5] = {90, 80, 70, 60, 50};
    int *p = scores;
    int sum = 0;
    while (p <= scores + 5) {
        sum += *p; //~ out-of-bounds
        p++;
    }
    printf("%d\n", sum);
    return 0;
}

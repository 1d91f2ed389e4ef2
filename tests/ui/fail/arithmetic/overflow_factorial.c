#include <stdio.h>
int main(void) {
    int f = 1;
    for (int i = 1; i <= 14; i++)
        f *= i; //~ signed-overflow
    printf("%d\n", f);
    return 0;
}

#include <limits.h>
#include <stdio.h>
int main(void) {
    int n = INT_MAX;
    n = n + 1; //~ signed-overflow
    printf("%d\n", n);
    return 0;
}

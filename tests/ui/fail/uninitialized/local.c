#include <stdio.h>
int main(void) {
    int sum, i;
    for (i = 0; i < 3; i++)
        sum += i; //~ uninitialized-read
    printf("%d\n", sum);
    return 0;
}

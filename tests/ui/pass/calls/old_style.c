#include <stdio.h>

int max(a, b)
int a, b;
{
    return a > b ? a : b;
}

int none();

int main(void) {
    printf("%d %d\n", max(3, 9), none());
    return 0;
}

int none() { return 4; }

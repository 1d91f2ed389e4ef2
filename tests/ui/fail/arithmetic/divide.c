#include <stdio.h>
int main(void) {
    int total = 10, count = 0;
    printf("%d\n", total / count); //~ division-by-zero
    return 0;
}

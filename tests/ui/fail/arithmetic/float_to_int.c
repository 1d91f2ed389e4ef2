#include <stdio.h>
int main(void) {
    double d = 1e10;
    int n = d; //~ float-to-int-overflow
    printf("%d\n", n);
    return 0;
}

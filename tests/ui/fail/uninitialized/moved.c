#include <stdio.h>
int main(void) {
    int a, b;
    b = a;
    printf("%d\n", b); //~ uninitialized-read
    return 0;
}

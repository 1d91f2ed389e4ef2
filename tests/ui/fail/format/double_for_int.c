#include <stdio.h>
int main(void) {
    double d = 2.5;
    printf("%d\n", d); //~ format-mismatch
    return 0;
}

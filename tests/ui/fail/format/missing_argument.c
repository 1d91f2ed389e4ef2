#include <stdio.h>
int main(void) {
    printf("%d %d\n", 1); //~ format-mismatch
    return 0;
}

#include <stdio.h>
int main(void) {
    printf("%d\n", sizeof(int)); //~ format-mismatch
    return 0;
}

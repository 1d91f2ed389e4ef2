#include <stdio.h>
int twice(int x) {
    return 2 * x;
    printf("never\n"); //~ unreachable-code
}
int main(void) {
    for (int i = 0; i < 3; i++) {
        continue;
        puts("never"); //~ unreachable-code
    }
    return twice(0);
}

#include <stdio.h>
int main(void) {
    int x = 1;
    printf(%d\n, x); //~ stray-character
    return 0;
}

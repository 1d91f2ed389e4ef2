// 7.21.6.1p8: '%%' takes nothing between its signs
#include <stdio.h>
int main(void) {
    printf("100%5%\n"); //~ format-mismatch
    return 0;
}

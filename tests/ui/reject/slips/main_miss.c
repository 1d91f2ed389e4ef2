#include <stdio.h>
int mian(void) { //~ no-main
    printf("x\n");
    return 0;
}

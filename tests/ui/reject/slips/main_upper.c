#include <stdio.h>
int Main(void) { //~ no-main
    printf("x\n");
    return 0;
}

#include <stdio.h>
static count = 4; //~ implicit-int
main() { //~ implicit-int
    printf("%d\n", count);
    return 0;
}

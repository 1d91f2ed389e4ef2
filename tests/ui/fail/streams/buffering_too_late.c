#include <stdio.h>

int main(void)
{
    static char array[BUFSIZ];
    printf("first\n");
    setvbuf(stdout, array, _IOFBF, sizeof array); //~ bad-argument
    printf("second\n");
    return 0;
}

#include <stdio.h>

int main(void)
{
    char array[BUFSIZ];
    setbuf(stdout, array); //~ use-after-return
    printf("this still waits in the array when main returns\n");
    return 0;
}

#include <stdio.h>

static void quiet(void)
{
    char array[BUFSIZ];
    setvbuf(stdout, array, _IOFBF, sizeof array);
    printf("in\n");
}

int main(void)
{
    quiet();
    printf("out\n"); //~ use-after-return
    return 0;
}

/* Something is wrong behind a header that is not there: it may be only that. */
#include <stdio.h>
#include <termios.h> //~ unsupported

int main(void)
{
    struct termios before;
    tcgetattr(0, &before);
    printf("%u\n", before.c_lflag)
    return 0;
}

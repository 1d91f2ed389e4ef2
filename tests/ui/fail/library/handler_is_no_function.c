/* The handler of a signal must be a function (7.14.1.1). */
#include <signal.h>

int x;

int main(void)
{
    signal(SIGUSR1, (void (*)(int))&x); //~ bad-argument
    return 0;
}

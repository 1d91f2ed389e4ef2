#include <signal.h>
#include <stdio.h>

int main(void)
{
    sigset_t set;
    sigaddset(&set, SIGINT); //~ uninitialized-read
    return 0;
}

#include <signal.h>
#include <stdio.h>

static void handler(int number)
{
    (void)number;
}

int main(void)
{
    struct sigaction action;
    action.sa_handler = handler;
    sigaction(SIGINT, &action, NULL); //~ uninitialized-read
    return 0;
}

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static void handler(int number)
{
    printf("handler %d\n", number);
}

int main(void)
{
    signal(SIGABRT, handler);
    abort(); //~ aborted
}

// 7.14.1.1p3 and p4: what a handler does not do
//@ options: -W bad-argument=warning -W all=error --keep-going
#include <signal.h>

static void returns(int signal)
{
    (void)signal;
}

static void raises(int signal)
{
    (void)signal;
    raise(SIGTERM); //~ bad-argument
}

int main(void)
{
    signal(SIGFPE, returns);
    signal(SIGINT, raises);
    signal(SIGTERM, returns);
    raise(SIGFPE); //~ bad-argument
    raise(SIGINT);
    return 0;
}

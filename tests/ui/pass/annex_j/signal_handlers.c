//@ options: -W all=error
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>

static volatile sig_atomic_t seen;
static jmp_buf back;

static void note(int signal)
{
    seen = signal;
}

static void leave(int signal)
{
    longjmp(back, signal);
}

int main(void)
{
    signal(SIGINT, note);
    signal(SIGFPE, leave);
    raise(SIGINT);
    if (setjmp(back) == 0)
        raise(SIGFPE);
    raise(SIGINT);
    printf("%d\n", seen == SIGINT);
    return 0;
}

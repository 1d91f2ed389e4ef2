#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t seen;

static void note(int number)
{
    seen = seen * 100 + number;
}

static void tell(int number, siginfo_t *info, void *context)
{
    (void)context;
    printf("handler %d %d\n", number, info->si_signo);
}

int main(void)
{
    if (signal(SIGUSR1, note) != SIG_DFL) {
        return 1;
    }
    raise(SIGUSR1);
    kill(getpid(), SIGUSR1);
    printf("%d %d\n", (int)seen, signal(SIGUSR1, SIG_IGN) == note);
    raise(SIGUSR1);
    printf("%d %d\n", (int)seen, raise(0));

    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = tell;
    action.sa_flags = SA_SIGINFO | SA_RESETHAND;
    sigemptyset(&action.sa_mask);
    printf("%d\n", sigaction(SIGUSR2, &action, NULL));
    raise(SIGUSR2);
    struct sigaction before;
    sigaction(SIGUSR2, NULL, &before);
    printf("%d\n", before.sa_handler == SIG_DFL);

    sigset_t set, old, pending;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigdelset(&set, SIGINT);
    printf("%d %d\n", sigismember(&set, SIGTERM), sigismember(&set, SIGINT));
    signal(SIGTERM, note);
    seen = 0;
    sigprocmask(SIG_BLOCK, &set, &old);
    raise(SIGTERM);
    sigpending(&pending);
    printf("%d %d\n", (int)seen, sigismember(&pending, SIGTERM));
    sigprocmask(SIG_SETMASK, &old, NULL);
    printf("%d\n", (int)seen);
    sigfillset(&set);
    printf("%d %d\n", sigismember(&set, SIGHUP), sigaddset(&set, 1000));
    psignal(SIGINT, "told");
    printf("%s\n", strsignal(SIGSEGV));
    return 0;
}

// 7.22.4.7p2: while quick_exit runs, no signal is raised
//@ options: -W bad-argument=warning -W all=error --keep-going
#include <signal.h>
#include <stdlib.h>
static void handler(int signal) {
    (void)signal;
}
static void leaving(void) {
    raise(SIGINT); //~ bad-argument
}
int main(void) {
    signal(SIGINT, handler);
    at_quick_exit(leaving);
    quick_exit(0);
}

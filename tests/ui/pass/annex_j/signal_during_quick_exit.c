// 7.22.4.7p2: before quick_exit, and while exit runs, signals are raised
//@ options: -W all=error
#include <signal.h>
#include <stdlib.h>
static void handler(int signal) {
    (void)signal;
}
static void leaving(void) {
    raise(SIGINT);
}
int main(void) {
    signal(SIGINT, handler);
    raise(SIGINT);
    atexit(leaving);
    exit(0);
}

// 7.14.1.1p2: a handler is a function
#include <signal.h>
int main(void) {
    signal(SIGINT, (void (*)(int))0x1234);
    raise(SIGINT); //~ wild-pointer
    return 0;
}

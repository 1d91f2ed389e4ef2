// 7.22.4.4p2: a function that exit calls is not left by longjmp
#include <setjmp.h>
#include <stdlib.h>
static jmp_buf start;
static void leave(void) {
    longjmp(start, 1); //~ invalid-jump
}
int main(void) {
    if (setjmp(start) != 0)
        return 3;
    atexit(leave);
    exit(1);
}

// 6.7.4p8: it ends the program, or leaves otherwise
//@ options: -W all=error
#include <setjmp.h>
#include <stdlib.h>
jmp_buf back;
_Noreturn static void leave(void) {
    longjmp(back, 1);
}
_Noreturn static void stop(int code) {
    exit(code);
}
int main(void) {
    if (setjmp(back) == 0)
        leave();
    stop(0);
}

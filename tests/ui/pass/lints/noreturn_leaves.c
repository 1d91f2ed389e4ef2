#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

static jmp_buf back;

_Noreturn static void die(const char *text)
{
    fputs(text, stderr);
    exit(1);
}

_Noreturn static void die_by_another(void) { die("over\n"); }
_Noreturn static void jump(void) { longjmp(back, 1); }
_Noreturn static void spin(void) { while (1) { } }
_Noreturn static void choose(int n)
{
    if (n > 1) {
        exit(n);
    } else {
        abort();
    }
}
_Noreturn static void by_pointer(void (*end)(void)) { end(); }

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 5) {
        die_by_another();
        spin();
        choose(argc);
        by_pointer(0);
    }
    if (setjmp(back) == 0) {
        jump();
    }
    return 0;
}

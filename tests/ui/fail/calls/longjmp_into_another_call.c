#include <setjmp.h>

static jmp_buf there;

static int prepare(int first)
{
    if (first)
        return setjmp(there);
    longjmp(there, 1); //~ invalid-jump
}

int main(void)
{
    if (prepare(1) == 0)
        prepare(0);
    return 0;
}

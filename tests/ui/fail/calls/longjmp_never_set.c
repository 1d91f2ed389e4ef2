#include <setjmp.h>

static jmp_buf nowhere;

int main(void)
{
    longjmp(nowhere, 1); //~ invalid-jump
    return 0;
}

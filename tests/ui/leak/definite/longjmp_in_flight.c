/* A value that was on its way to a parameter when longjmp left the call. */
#include <setjmp.h>
#include <stdlib.h>

static jmp_buf back;

static int leave(void)
{
    longjmp(back, 1); //~ lost: longjmp
}

static void use(int number, char *text)
{
    free(text);
    (void)number;
}

int main(void)
{
    if (setjmp(back) == 0)
        use(leave(), malloc(3)); //~ leak: definite 3
    return 0;
}

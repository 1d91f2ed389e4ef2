/* A jump ends the variables of all calls that it leaves. */
#include <setjmp.h>
#include <stdlib.h>

static jmp_buf back;

static void inner(const char *text)
{
    if (text[0] == 0)
        longjmp(back, 1); //~ lost: longjmp
}

static void outer(void)
{
    char *whole = calloc(6, 1); //~ leak: definite 6
    inner(whole);
    free(whole);
}

int main(void)
{
    if (setjmp(back) == 0)
        outer();
    return 0;
}

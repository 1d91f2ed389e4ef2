#define _GNU_SOURCE
#include <setjmp.h>
#include <stdio.h>

static jmp_buf plain;
static sigjmp_buf with_signals;

int main(void)
{
    int n = setjmp(plain);
    printf("%d\n", n);
    if (n == 0) {
        longjmp(plain, 0);
    }
    if (n == 1) {
        _longjmp(plain, 5);
    }
    n = sigsetjmp(with_signals, 1);
    printf("%d\n", n);
    if (n == 0) {
        siglongjmp(with_signals, 9);
    }
    return 0;
}

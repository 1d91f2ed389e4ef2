// 7.13.2.1p3: a local that is not volatile and was changed between setjmp and longjmp
#include <setjmp.h>
#include <stdio.h>

static jmp_buf start;

int main(void)
{
    int tries = 0;
    if (setjmp(start) == 0) {
        tries = 5;
        longjmp(start, 1);
    }
    printf("%d\n", tries); //~ uninitialized-read
    return 0;
}

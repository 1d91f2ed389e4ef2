#include <setjmp.h>
#include <stdio.h>

static jmp_buf start;

static void count(int *of)
{
    of[1]++;
    longjmp(start, 1);
}

int main(void)
{
    int seen[3] = {1, 2, 3};
    if (setjmp(start) == 0)
        count(seen);
    // What was not changed keeps its value.
    printf("%d %d\n", seen[0], seen[2]);
    printf("%d\n", seen[1]); //~ uninitialized-read
    return 0;
}

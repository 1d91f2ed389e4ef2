#include <setjmp.h>
#include <stdio.h>

static jmp_buf start, saved;

struct job {
    int number;
    char name[8];
};

static void work(int i)
{
    if (i % 2)
        longjmp(start, i);
}

static int twice(int x)
{
    int old = x;
    x = 2 * x;
    // Changed before setjmp only.
    if (setjmp(saved) != 0)
        return x + old;
    longjmp(saved, 1);
}

int main(void)
{
    volatile int tries = 0;
    struct job job = {7, "seven"};
    int result;
    for (int i = 0; i < 4; i++) {
        result = setjmp(start);
        if (result == 0)
            work(i);
        printf("%d %d %d %s\n", i, result, job.number, job.name);
    }
    if (setjmp(start) < 3) {
        tries++;
        // Given a new value after the way back, whatever it was.
        int inner = tries;
        inner++;
        if (tries < 3)
            longjmp(start, tries);
        printf("%d\n", inner);
    }
    result = 5;
    if (setjmp(start) == 0) {
        result = 6;
        longjmp(start, 1);
    }
    result = 7;
    printf("%d %d %d\n", tries, result, twice(4));
    return 0;
}

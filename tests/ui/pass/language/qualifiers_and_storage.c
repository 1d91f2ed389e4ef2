// const, volatile, restrict, register, _Atomic and extern in their places.
#include <stdio.h>

int shared;
int shared;
extern int shared;
int shared = 3;
static int hidden;
static int hidden = 4;
_Atomic int counted = 6;

static int sum(const int v[const static 3]) { return v[0] + v[1] + v[2]; }
static int copy(int *restrict to, const int *restrict from) { return *to = *from; }
static int inner(void)
{
    int shared = 1;
    {
        extern int shared;
        shared++;
        return shared;
    }
    return shared;
}

int main(void)
{
    const int three[] = {1, 2, 3};
    volatile int seen = 3;
    const volatile int *const pointer = &seen;
    register int fast = 4;
    auto int local = 5;
    int const volatile odd = 9;
    const char *const *names = (const char *const[]){"a", "b"};
    seen += seen;
    counted++;
    counted += 2;
    int to = 0;
    printf("%d %d %d\n", sum(three), copy(&to, three + 2), inner());
    printf("%d %d %d %d %s\n", *pointer, fast, local, odd, names[1]);
    printf("%d %d %d\n", shared, hidden, counted);
    return 0;
}

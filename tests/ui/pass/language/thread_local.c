// One thread: what it has for itself is what the program has (6.2.4p4).
#include <stdio.h>

extern _Thread_local int shared;
_Thread_local int shared = 3;
static __thread int own = 4;
static _Thread_local struct { int calls; const char *name; } state = {0, "state"};

static int next(void)
{
    static _Thread_local int last;
    state.calls++;
    return ++last;
}

int main(void)
{
    extern _Thread_local int shared;
    next();
    next();
    printf("%d %d %d %d %s\n", shared, own, next(), state.calls, state.name);
    return 0;
}

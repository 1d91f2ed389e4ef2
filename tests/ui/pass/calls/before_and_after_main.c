//@ exit: 3
// gcc's constructors run before main, its destructors after the handlers of atexit.
#include <stdio.h>
#include <stdlib.h>

static int ready;

static void __attribute__((constructor)) first(void) { printf("first %d\n", ready++); }
__attribute__((constructor(101))) static void early(int argc) { printf("early %d\n", argc); }
void declared(void) __attribute__((constructor, destructor));
void declared(void) { printf("declared %d\n", ready++); }
static void __attribute__((__destructor__)) last(void) { puts("last"); }
__attribute__((destructor(200))) static void very_last(void) { puts("very last"); }
static void handler(void) { puts("handler"); }

int main(void)
{
    atexit(handler);
    printf("main %d\n", ready);
    exit(3);
}

// A library that leaves its hooks weak where the compiler is gcc: the user need not define them.
#include <stdio.h>

#ifdef __GNUC__
#define WEAK __attribute__((weak))
#define LIKELY(x) __builtin_expect(!!(x), 1)
#else
#error "not known as gcc"
#endif

WEAK void set_up(void) {}

int main(void) {
    set_up();
    if (LIKELY(__GNUC__ >= 4)) puts("gcc's extensions");
    return 0;
}

/* A local name for a variable that lives as long as the program.
 *
 *     cglass c-examples/segments/static_local.c
 *
 * Both functions have a variable called 'count'. The automatic one is made
 * anew at every call, on the stack. The static one is made once, before main
 * begins, in the data segment. 'static' inside a function changes how long the
 * variable lives, not who can see it: the name is still known only there.
 */
#include <stdio.h>

static int automatic(void) {
    int count = 0;
    return ++count;
}

static int persistent(void) {
    static int count = 0; /* runs once, not at every call */
    return ++count;
}

int main(void) {
    for (int call = 1; call <= 3; call++) {
        int a = automatic();
        int p = persistent();
        printf("call %d: automatic %d, static %d\n", call, a, p);
    }
    return 0;
}

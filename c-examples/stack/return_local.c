/* The address of a variable that is gone.
 *
 *     cglass c-examples/stack/return_local.c
 *
 * 'text' lives in the frame of 'greeting'. When the function returns, the
 * frame ends and so does the array; the caller gets the address of a place
 * that the next call will use for something else. Compilers warn of a plain
 * 'return text;', but a detour like 'start' is enough to hide it from them. On
 * a real machine you may see the right text, a wrong one, or none: it depends
 * on what is called next.
 *
 * Mend it in one of three ways: let the caller provide the array (the usual
 * way in C), allocate a block and let the caller free it, or make the array
 * static and live with only one of it.
 */
#include <stdio.h>

static char *greeting(const char *name) {
    char text[32];
    char *start = text;
    snprintf(text, sizeof text, "Hello, %s!", name);
    return start;
}

int main(void) {
    char *hello = greeting("Ada");
    printf("%s\n", hello);
    return 0;
}

// A copy of a FILE is no stream (7.21.3p6).
#include <stdio.h>

int main(void) {
    FILE copy = *stdout;
    fputs("to nobody\n", &copy); //~ bad-argument
    return 0;
}

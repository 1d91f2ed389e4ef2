//@ exit: 37
#include <stdlib.h>

static void leave(void) { exit(37); }

int main(void) {
    leave();
    return 1;
}

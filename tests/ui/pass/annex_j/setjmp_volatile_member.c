// 7.13.2.1p3: a volatile member of a local keeps what it was given between setjmp and longjmp
#include <setjmp.h>
#include <stdio.h>

struct handler {
    struct handler *previous;
    jmp_buf buffer;
    volatile int status;
    struct { volatile char seen; char spare[7]; } notes[2];
};

static struct handler *current;

static void fail(int status) {
    current->status = status;
    current->notes[1].seen = 'y';
    longjmp(current->buffer, 1);
}

static int protected(int status) {
    struct handler here = {current, {0}, 0, {{'n', ""}, {'n', ""}}};
    current = &here;
    if (setjmp(here.buffer) == 0) fail(status);
    current = here.previous;
    return here.status + (here.notes[1].seen == 'y');
}

int main(void) {
    printf("%d %d\n", protected(3), protected(5));
    return 0;
}

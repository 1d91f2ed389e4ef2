#include <setjmp.h>
static jmp_buf here;
static int save(void) { return setjmp(here); }
int main(void) {
    save();
    longjmp(here, 1); //~ invalid-jump
}

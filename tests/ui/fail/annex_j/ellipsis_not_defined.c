// 6.9.1p8: a function called with further arguments is defined with '...'
#include <stdio.h>
static void say(const char *text) {
    puts(text);
}
int main(void) {
    void (*f)(const char *, ...) = (void (*)(const char *, ...))say;
    f("hello", 1); //~ call-mismatch
    return 0;
}

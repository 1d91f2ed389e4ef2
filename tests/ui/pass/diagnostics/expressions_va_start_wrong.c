#include <stdarg.h>
int f(int a, int b, ...) {
    va_list ap;
    va_start(ap, a); //~ va-start
    va_end(ap);
    return 0;
}
int main(void) {
    return 0;
}

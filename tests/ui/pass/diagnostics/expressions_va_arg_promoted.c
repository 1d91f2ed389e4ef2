#include <stdarg.h>
int f(int a, ...) {
    va_list ap;
    va_start(ap, a);
    char c = va_arg(ap, char); //~ va-arg-type
    va_end(ap);
    return c;
}
int main(void) {
    return 0;
}

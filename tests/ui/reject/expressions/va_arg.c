#include <stdarg.h>
int f(int a, ...) {
    int x = va_arg(a, int); //~ not-a-va-list
    return x;
}
int main(void) {
    return 0;
}

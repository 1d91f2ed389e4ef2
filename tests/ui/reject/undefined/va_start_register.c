// 7.16.1.4p4: the parameter before '...' is declared register
//@ options: -W all=error
#include <stdarg.h>
static void f(register int count, ...) {
    va_list list;
    va_start(list, count); //~ va-start
    va_end(list);
}
int main(void) {
    f(1, 2);
    return 0;
}

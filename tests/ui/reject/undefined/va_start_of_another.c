// 7.16.1.4p4: va_start names the last parameter
//@ options: -W all=error
#include <stdarg.h>
int f(int n, int m, ...) {
    va_list list;
    va_start(list, n); //~ va-start
    va_end(list);
    return n - m;
}
int main(void) {
    return f(0, 0);
}

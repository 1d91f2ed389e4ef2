#include <stdarg.h>
static int first(int n, ...) {
    va_list list;
    va_start(list, n);
    int v = va_arg(list, int); //~ va-arg-mismatch
    va_end(list);
    return v;
}
int main(void) { return first(1, 2.5); }

// 7.16.1.1p2: an array is never passed; what arrives is a pointer to its first element
#include <stdarg.h>
static int first(int count, ...) {
    va_list list;
    va_start(list, count);
    int *row = va_arg(list, int[3]); //~ va-arg-type
    va_end(list);
    return row[0];
}
int main(void) {
    int row[3] = {0};
    return first(1, row);
}

// 7.16.1.1p2: pointers to elements and to whole arrays arrive as they were passed
#include <stdarg.h>
static int first(int count, ...) {
    va_list list;
    va_start(list, count);
    int *row = va_arg(list, int *);
    int(*rows)[3] = va_arg(list, int(*)[3]);
    va_end(list);
    return row[0] + rows[0][2];
}
int main(void) {
    int row[3] = {0};
    return first(2, row, &row);
}

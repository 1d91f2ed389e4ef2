// 6.5.6p8: null plus 0, compared with ==, null with null
//@ options: -W all=error
#include <stddef.h>
struct pair {
    int first, second;
};
int main(void) {
    int a[2] = {0, 0};
    int *p = NULL, *q = p + 0;
    int sum = (int)(p - q) + (p < q) + (p == a) + (&*p != NULL);
    return sum + (offsetof(struct pair, second) != sizeof(int));
}

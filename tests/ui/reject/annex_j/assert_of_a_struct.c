// 7.2.1.1p2: what is asserted is a number or a pointer
#include <assert.h>
struct point {
    int x, y;
};
int main(void) {
    struct point p = {1, 2};
    assert(p); //~ not-a-scalar
    return 0;
}

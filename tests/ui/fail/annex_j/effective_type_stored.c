// 6.5p6: a declared object is written as another type than its own
#include <string.h>
struct point {
    int x;
    double y;
};
short numbers[4];
int main(void) {
    int n = 0;
    float *p = (float *)&n;
    *p = 1.5f; //~ effective-type
    *(short *)&n = 3; //~ effective-type
    struct point point = {1, 2.0};
    *(long *)&point.y = 0; //~ effective-type
    int *wide = (int *)numbers;
    wide[1] = 7; //~ effective-type
    return n * 0 + point.x - 1;
}

#include <stdlib.h>
typedef struct { double x, y; } point;
int main(void) {
    point *p = (point *)malloc(sizeof(point)); //~ leak: definite 16
    p->x = 1;
    (*p).y = 2;
    return 0;
}

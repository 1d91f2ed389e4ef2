#include <stdio.h>
struct tag {
    int a;
};
int main(void) {
    struct tag outer = {1};
    {
        union tag;
        union tag *p = 0;
        union tag {
            int x;
            char c[4];
        } inner = {2};
        p = &inner;
        printf("%d %d\n", outer.a, p->x);
    }
    return 0;
}

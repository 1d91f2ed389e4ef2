// 6.5.6p8: a null pointer has no neighbours; 6.5.8p5, 6.5.6p9: nor is it before or behind another
#include <stddef.h>
int main(void) {
    int a[2] = {0, 0};
    int *p = NULL;
    int *q = p + 1; //~ out-of-bounds-pointer
    int sum = q == 0;
    sum += p < a; //~ unrelated-pointers
    sum += (a - p) == 0; //~ unrelated-pointers
    char *text = NULL;
    text++; //~ out-of-bounds-pointer
    return text == NULL;
}

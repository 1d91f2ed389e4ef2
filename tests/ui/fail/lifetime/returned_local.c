#include <stdio.h>
static int *make(void) {
    int value = 7;
    int *p = &value;
    return p;
}
int main(void) {
    int *p = make();
    printf("%d\n", *p); //~ use-after-return
    return 0;
}

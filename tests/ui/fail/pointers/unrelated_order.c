#include <stdio.h>
int main(void) {
    int a[2], b[2];
    printf("%d\n", &a[0] < &b[0] || 1); //~ unrelated-pointers
    return 0;
}

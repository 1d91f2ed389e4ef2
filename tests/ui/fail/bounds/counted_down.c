#include <stdio.h>

int main(void) {
    int a[5] = {5, 2, 3, 4, 1};
    for (int i = 5; i >= 0; i--) printf("%d\n", a[i]); //~ out-of-bounds
    return 0;
}

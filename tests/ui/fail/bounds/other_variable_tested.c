#include <stdio.h>

int main(void) {
    int a[3] = {1, 2, 3}, b[3];
    for (int i = 0; i < 3; i++) {
        for (int j = 0; i < 3; j++) b[j] = a[i]; //~ out-of-bounds
    }
    printf("%d\n", b[0]);
    return 0;
}

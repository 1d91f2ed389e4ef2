#include <stdio.h>

int main(void) {
    int a[5] = {5, 2, 3, 4, 1};
    for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 5; j++) {
            if (a[j] > a[j + 1]) { //~ out-of-bounds
                int t = a[j];
                a[j] = a[j + 1];
                a[j + 1] = t;
            }
        }
    }
    printf("%d\n", a[0]);
    return 0;
}

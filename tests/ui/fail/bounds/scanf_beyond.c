//@ stdin: 5 1 2 3 4 5\n
// More numbers come than there is room for.
#include <stdio.h>

int main(void) {
    int marks[4], n;
    if (scanf("%d", &n) != 1) return 1;
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &marks[i]) != 1) return 1; //~ out-of-bounds
    }
    printf("%d\n", marks[0]);
    return 0;
}

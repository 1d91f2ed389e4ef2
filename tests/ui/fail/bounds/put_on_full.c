#include <stdio.h>

int main(void) {
    int queue[3], n = 0;
    for (int i = 0; i < 5; i++) queue[n++] = i; //~ out-of-bounds
    printf("%d\n", queue[0]);
    return 0;
}

#include <stdio.h>

int main(void) {
    int *last = NULL, total = 0;
    for (int i = 0; i < 3; i++) {
        int inner = i * 2;
        last = &inner;
        total += *last;
    }
    last = &total;
    {
        int total = 100;
        *last += total;
    }
    printf("%d\n", *last);
    return 0;
}

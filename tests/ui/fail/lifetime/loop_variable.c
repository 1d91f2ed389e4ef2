#include <stdio.h>
int main(void) {
    int *first = 0;
    for (int i = 0; i < 2; i++) {
        int square = i * i;
        if (i == 0) first = &square;
    }
    printf("%d\n", *first); //~ use-after-scope
    return 0;
}

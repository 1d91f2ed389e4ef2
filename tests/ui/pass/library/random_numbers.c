#include <stdio.h>
#include <stdlib.h>

int main(void) {
    for (int i = 0; i < 4; i++) printf("%d ", rand());
    srand(42);
    for (int i = 0; i < 4; i++) printf("%d ", rand() % 100);
    printf("%d\n", RAND_MAX);
    return 0;
}

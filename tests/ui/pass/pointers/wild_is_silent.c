/* A pointer that leads nowhere may be made, copied and compared. */
#include <stdio.h>

int main(void) {
    void *failed = (void *)-1, *copy = failed;
    int *strange = (int *)0x1234;
    printf("%d %d %p\n", copy == failed, strange == NULL, (void *)strange);
    return 0;
}

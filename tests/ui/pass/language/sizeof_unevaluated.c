#include <stdio.h>

int main(void) {
    int i = 1, *p = NULL;
    printf("%zu %zu %d\n", sizeof i++, sizeof *p, i);
    char a[10];
    printf("%zu %zu %zu\n", sizeof a, sizeof(a + 0), sizeof &a[0]);
    return 0;
}

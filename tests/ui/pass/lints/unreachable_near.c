#include <stdio.h>
int kind(int x) {
    switch (x) {
        case 1:
            return 1;
            break;
        default:
            break;
    }
    goto out;
again:
    return 3;
out:
    if (x)
        goto again;
    return 2;
}
int main(void) {
    printf("%d %d\n", kind(1), kind(0));
    return 0;
}

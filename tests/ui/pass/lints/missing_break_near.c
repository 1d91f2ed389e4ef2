#include <stdio.h>
int steps(int n) {
    int done = 0;
    switch (n) {
        case 4:
        case 3:
            done++;
            /* fall through */
        case 2:
            done++;
            break;
        case 1:
            done++;
        default:
            break;
        case 7:
            return 7;
    }
    switch (n) {
        case 3: done++;
        case 2: done++;
        case 1: done++;
    }
    return done;
}
int main(void) {
    printf("%d\n", steps(3));
    return 0;
}

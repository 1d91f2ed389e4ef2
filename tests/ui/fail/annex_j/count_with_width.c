// 7.21.6.1p8: '%n' takes nothing between its letters
#include <stdio.h>
int main(void) {
    int written = 0;
    printf("abc%3n\n", &written); //~ format-mismatch
    return written - 3;
}

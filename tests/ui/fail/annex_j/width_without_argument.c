// 7.21.6.1p5: the width that '*' stands for is an argument of its own
#include <stdio.h>
int main(void) {
    printf("%*d\n", 3); //~ format-mismatch
    return 0;
}

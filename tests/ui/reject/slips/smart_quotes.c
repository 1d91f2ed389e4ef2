#include <stdio.h>
int main(void) {
    printf(“hello\n”); //~ stray-character
    return 0;
}

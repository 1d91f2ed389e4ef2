#include <stdio.h>
int main(void) {
    printf("line one //~ unterminated-string
line two\n");
    return 0;
}

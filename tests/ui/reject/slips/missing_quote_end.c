#include <stdio.h>
int main(void) {
    printf("hello); //~ unterminated-string
    return 0;
}

#include <stdio.h>
int main(void) {
    puts("hello); //~ unterminated-string
    return 0;
}

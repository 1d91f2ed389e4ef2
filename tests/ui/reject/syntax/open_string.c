#include <stdio.h>
int main(void) {
    puts("hello); //~ unterminated-string //~ unbalanced-bracket
    return 0;
}

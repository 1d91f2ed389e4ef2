#include <stdio.h>
int main(void) {
    char name[20];
    scanf("%s, name); //~ unterminated-string
    return 0;
}

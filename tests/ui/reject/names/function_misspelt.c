#include <stdio.h>
int main(void) {
    prinft("hello\n"); //~ undeclared-function
    return 0;
}

#include <stdio.h>
int main(void) {
    Printf("x\n"); //~ undeclared-function
    return 0;
}

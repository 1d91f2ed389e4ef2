#include <stdio.h>
int main(void) {
    int x;
    scnaf("%d", &x); //~ undeclared-function
    return x;
}

//@ stdin: 2.5\n
#include <stdio.h>
int main(void) {
    double d = 0;
    scanf("%f", &d); //~ format-mismatch
    return (int)d;
}

//@ stdin: 5\n
#include <stdio.h>
int main(void) {
    int n = 0;
    scanf("%d", n); //~ format-mismatch
    return n;
}

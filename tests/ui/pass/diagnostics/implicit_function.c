#include <stdio.h>
int main(void) {
    printf("%d\n", later(3)); //~ implicit-function
    return 0;
}
int later(int n) { return n + 1; }

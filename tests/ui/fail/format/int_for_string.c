#include <stdio.h>
int main(void) {
    int n = 65;
    printf("%s\n", n); //~ format-mismatch
    return 0;
}

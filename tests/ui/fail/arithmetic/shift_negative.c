#include <stdio.h>
int main(void) {
    int n = -1;
    printf("%d\n", 8 >> n); //~ invalid-shift
    return 0;
}

// A test would never let it pass: there is nothing that it points to.
#include <stdio.h>

int main(void) {
    int *count = NULL;
    *count = 42; //~ null-dereference
    printf("%d\n", *count);
    return 0;
}

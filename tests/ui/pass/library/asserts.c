#include <assert.h>
#include <stdio.h>

int main(void) {
    int n = 5;
    assert(n == 5);
    assert(n > 0 && "n is positive");
    puts("held");
    return 0;
}

// A product begins with 1, not with 0.
#include <stdio.h>

int main(void) {
    long product;
    for (int i = 1; i <= 5; i++) product *= i; //~ uninitialized-read
    printf("%ld\n", product);
    return 0;
}

// 6.7.6.3p7: the argument has fewer elements than [static n] asks for
#include <stdlib.h>
static int three(int a[static 3]) {
    return a == 0;
}
static int many(int n, int a[static n]) {
    return n == 0 && a == 0;
}
int main(void) {
    int two[2] = {0, 0};
    int sum = three(two); //~ call-mismatch
    int four[4] = {0};
    sum += three(four + 2); //~ call-mismatch
    int *none = NULL;
    sum += three(none) - 1; //~ call-mismatch
    int (*called)(int, int *) = many;
    sum += called(5, four); //~ call-mismatch
    int *block = calloc(2, sizeof *block);
    if (block)
        sum += three(block); //~ call-mismatch
    free(block);
    return sum;
}

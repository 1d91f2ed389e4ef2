//@ stdin: abc\n
#include <stdio.h>
int main(void) {
    int n;
    scanf("%d", &n);
    printf("%d\n", n); //~ uninitialized-read
    return 0;
}

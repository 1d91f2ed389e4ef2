//@ options: -W uninitialized-read=warning
#include <stdio.h>
int main(void) {
    int n;
    printf("%d\n", n); //~ uninitialized-read
    return 0;
}

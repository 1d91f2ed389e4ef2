#include <stdio.h>
#define VERBOSE 2
int main(void) {
    char c = 'e';
    int n = 3;
    if (c == 'a' || c == 'b') puts("a letter");
    if (n == 4 || VERBOSE) puts("talks");
    if (n == 4 || 1) puts("always");
    if (n == 3 && (n | 4)) puts("bits");
    if (n || 5) puts("no comparison");
    return 0;
}

#include <stdio.h>
int main(void) {
    int n = 65;
    char *p = &n; //~ incompatible-pointers
    printf("%c\n", *p);
    return 0;
}

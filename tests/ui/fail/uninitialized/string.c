#include <stdio.h>
#include <stdlib.h>
int main(void) {
    char *s = malloc(8);
    s[0] = 'a';
    puts(s); //~ uninitialized-read
    free(s);
    return 0;
}

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char *s = malloc(10);
    strcpy(s, "text");
    free(s);
    puts(s); //~ use-after-free
    return 0;
}

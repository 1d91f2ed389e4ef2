#include <stdio.h>
#include <string.h>

int main(void) {
    char part[8];
    strncpy(part, "teapot", 3);
    puts(part); //~ uninitialized-read
    return 0;
}

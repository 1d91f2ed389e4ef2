#include <stdio.h>

int main(void) {
    fprintf(NULL, "hello\n"); //~ null-dereference
    return 0;
}

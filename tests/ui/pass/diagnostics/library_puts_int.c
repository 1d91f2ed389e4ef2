#include <stdio.h>
int f(void) {
    puts(3); //~ int-to-pointer
    return 0;
}
int main(void) {
    return 0;
}

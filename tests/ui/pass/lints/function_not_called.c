#include <stdio.h>
static void greet(void) {
    puts("hello");
}
int main(void) {
    greet; //~ function-not-called
    greet();
    return 0;
}

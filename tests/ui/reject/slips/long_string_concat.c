#include <stdio.h>
int main(void) {
    char *s = "a" + "b"; //~ wrong-operands
    puts(s);
    return 0;
}

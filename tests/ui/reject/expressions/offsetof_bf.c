#include <stddef.h>
struct s { int a:3; };
int n = offsetof(struct s, a); //~ bit-field-operand
int main(void) {
    return 0;
}

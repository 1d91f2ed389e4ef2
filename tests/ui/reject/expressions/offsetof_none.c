#include <stddef.h>
struct s { int a; };
int n = offsetof(struct s, b); //~ no-such-member
int main(void) {
    return 0;
}

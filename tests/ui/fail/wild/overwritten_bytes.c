#include <string.h>
int main(void) {
    int x = 1, *p = &x;
    memset(&p, 0x41, sizeof p);
    return *p; //~ wild-pointer
}

// 7.2p1: there is no function behind the macro
#include <assert.h>
#undef assert
int main(void) {
    assert(1); //~ undeclared-name
    return 0;
}

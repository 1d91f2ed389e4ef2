#include <assert.h>

int main(void)
{
    int x = 1;
    assert(x == 1; //~ unterminated-macro-call
    return 0;
}

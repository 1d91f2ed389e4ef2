#include <stddef.h>
int main(void) {
    void (*callback)(void) = NULL;
    callback(); //~ null-dereference
    return 0;
}

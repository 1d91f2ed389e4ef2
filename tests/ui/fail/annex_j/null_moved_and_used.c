// 6.5.6p8, 6.5.3.2p4: moved and used is one mistake
#include <stddef.h>
int main(void) {
    int *p = NULL;
    p++;
    return *p; //~ null-dereference
}

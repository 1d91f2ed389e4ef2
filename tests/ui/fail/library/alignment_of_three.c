#include <stdlib.h>

int main(void)
{
    void *block = aligned_alloc(3, 9); //~ bad-argument
    free(block);
    return 0;
}

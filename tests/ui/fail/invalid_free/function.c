#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    free((void *)puts); //~ invalid-free
    return 0;
}

/* 'break' out of a 'for' ends what the 'for' declares; what stands before the 'for'
   lives on. */
#include <stdlib.h>

int main(void)
{
    for (char *letter = calloc(4, 1);; letter++) { //~ leak: definite 4
        if (*letter == 0)
            break; //~ lost: break
    }
    {
        char *kept = calloc(5, 1); //~ leak: definite 5
        for (;;)
            break;
    } //~ lost: scope
    return 0;
}

#include <alloca.h>
#include <stdlib.h>

int main(void)
{
    char *text = alloca(10);
    text[0] = 0;
    free(text); //~ invalid-free
    return 0;
}

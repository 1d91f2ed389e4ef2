#include <locale.h>
#include <stddef.h>

int main(void)
{
    char *name = setlocale(LC_ALL, NULL);
    name[0] = 'x'; //~ readonly-write
    return 0;
}

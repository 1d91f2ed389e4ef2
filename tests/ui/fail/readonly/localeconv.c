#include <locale.h>

int main(void)
{
    localeconv()->decimal_point = ","; //~ readonly-write
    return 0;
}

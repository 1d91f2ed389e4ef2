// gcc only warns about main's parameters.
#include <stdio.h>

int main(int argc, char argv) //~ main-parameters
{
    (void)argv;
    printf("%d\n", argc);
    return 0;
}

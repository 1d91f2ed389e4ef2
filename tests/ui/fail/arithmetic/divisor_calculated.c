#include <stdio.h>

/* A divisor that is a calculation is tested as it is written. */
int main(int argc, char **argv)
{
    (void)argv;
    printf("%d\n", 42 % (argc - 1)); //~ division-by-zero
    return 0;
}

/* A local that was never written is moved into an object in memory, and read there. */
#include <stdio.h>

int total;

int main(int argc, char **argv)
{
    int sum;
    (void)argv;
    if (argc > 3)
        sum = 0;
    total = sum;
    printf("%d\n", total); //~ uninitialized-read
    return 0;
}

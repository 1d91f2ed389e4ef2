//@ args: 7
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char *argv[])
{
    int n = argc > 1 && argv[argc] == NULL ? atoi(argv[1]) : 0;
    printf("%d\n", n);
    return 0;
}

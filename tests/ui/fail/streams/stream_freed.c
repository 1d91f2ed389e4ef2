#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    FILE *file = fopen("some.txt", "w");
    if (file == NULL)
        return 1;
    free(file); //~ invalid-free
    return 0;
}

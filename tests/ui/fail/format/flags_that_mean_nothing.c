#include <stdio.h>

int main(void)
{
    printf("[%#d]\n", 10); //~ format-mismatch
    printf("[%05s]\n", "ab"); //~ format-mismatch
    printf("[%.2c]\n", 'x'); //~ format-mismatch
    printf("[%hs]\n", "ab"); //~ format-mismatch
    printf("[%hf]\n", 1.5); //~ format-mismatch
    printf("[%5%]\n"); //~ format-mismatch
    return 0;
}

//@ options: --keep-going
#include <stdio.h>

/* The address is missing, and the letter is wrong, too. */
int main(void)
{
    char letter = 'x', word[10] = "ab";
    double d = 1.5;
    long n = 1;
    sscanf("1", "%d", d); //~ format-mismatch
    sscanf("1", "%d", n); //~ format-mismatch
    sscanf("1", "%c", letter); //~ format-mismatch
    sscanf("1", "%s", letter); //~ format-mismatch
    sscanf("1", "%s", word[0]); //~ format-mismatch
    return 0;
}

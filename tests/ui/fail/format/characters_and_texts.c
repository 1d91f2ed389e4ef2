//@ options: --keep-going
#include <stdio.h>

/* A character where a text is wanted, and a text where a character is. */
int main(void)
{
    char word[10] = "ab", *p = word;
    snprintf(NULL, 0, "%c", "x"); //~ format-mismatch
    printf("%s\n", word[0]); //~ format-mismatch
    printf("%s\n", *p); //~ format-mismatch
    printf("%s\n", 'a'); //~ format-mismatch
    return 0;
}

#include <ctype.h>
#include <stdio.h>

int main(void)
{
    char letter = (char)0xe4;
    printf("%d\n", isalpha(letter) != 0); //~ bad-argument
    printf("%d\n", isalpha((unsigned char)letter) != 0);
    return 0;
}

#include <stdio.h>
#include <string.h>
void toUpper(char *s)
{
    for (int i = 0; i <= strlen(s); i++) //~ out-of-bounds
        if (s[i] >= 'a' && s[i] <= 'z')
            s[i] -= 32;
}
int main(void)
{
    char a[5] = "hello";
    toUpper(a);
    printf("%s\n", a);
    return 0;
}

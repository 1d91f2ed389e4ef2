#include <stdio.h>
int main(void)
{
    int count[26] = {0};
    const char *s = "Hello World";
    for (int i = 0; s[i] != '\0'; i++)
        count[s[i] - 'a']++; //~ out-of-bounds
    printf("%d\n", count['l' - 'a']);
    return 0;
}
